import type { BasketSummary } from '#api/shop/baskets/baskets'
import * as m from '#messages/shop'
import { formatDay, formatMoney } from '../../../platform/format.ts'
import { locale } from '../../../platform/language.ts'
import { words } from '../../../platform/words.ts'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../shop.module.css'
import tables from '../tables.module.css'

type Invoice = BasketSummary['firstInvoices'][number]

const monthName = (month: string): string =>
  new Intl.DateTimeFormat(locale(), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-15T12:00:00Z`))

/** Nothing of that kind on this invoice. */
const amount = (cents: number): string => (cents === 0 ? '—' : formatMoney(cents))

const InvoiceTable = ({ invoice }: { readonly invoice: Invoice }) => (
  <div className={classes.scroll}>
    <table className={tables.table}>
      <caption>{m.shop_invoice_of({ month: monthName(invoice.month) })}</caption>
      <thead>
        <tr>
          <th scope="col">{m.shop_item()}</th>
          <th scope="col" data-end>
            {m.shop_one_off()}
          </th>
          <th scope="col" data-end>
            {m.shop_prorata()}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={`${line.lineId} ${line.site?.id}`}>
            <th scope="row">
              {[words(line.offer), line.site?.name].filter(Boolean).join(' · ')}
              <div className={classes.small}>
                {m.shop_prorata_days({
                  from: formatDay(line.from),
                  until: formatDay(line.until),
                  days: line.days,
                  total: line.daysInMonth,
                })}
              </div>
            </th>
            <td data-end>{amount(line.oneOffCents)}</td>
            <td data-end>{amount(line.proratedCents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{m.shop_invoice_total()}</th>
          <td data-end>{formatMoney(invoice.oneOffCents)}</td>
          <td data-end>{formatMoney(invoice.proratedCents)}</td>
        </tr>
        <tr data-main>
          <th scope="row">{m.shop_total_without_vat()}</th>
          <td />
          <td data-end>{formatMoney(invoice.totalCents)}</td>
        </tr>
      </tfoot>
    </table>
  </div>
)

/** What the first invoices would hold, were everything delivered on the expected day. */
export const FirstInvoices = ({ summary: { firstInvoices } }: { readonly summary: BasketSummary }) =>
  firstInvoices.length === 0 ? null : (
    <SectionCard title={m.shop_first_invoice()} description={m.shop_first_invoice_hint()}>
      {firstInvoices.map((invoice) => (
        <InvoiceTable key={invoice.month} invoice={invoice} />
      ))}
    </SectionCard>
  )
