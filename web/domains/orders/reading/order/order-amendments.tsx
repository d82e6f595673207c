import { Text } from '@mantine/core'
import type { OrderAmendment } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { formatInstant, formatMoney } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../orders.module.css'
import { personName } from '../../person-name.ts'

interface ChangeProps {
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

const Change = ({ label, before, after }: ChangeProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <del className={classes.before}>
        <span className="visually-hidden">{m.orders_before()} </span>
        {before ?? m.orders_nothing()}
      </del>{' '}
      <span aria-hidden>→</span>{' '}
      <ins className={classes.after}>
        <span className="visually-hidden">{m.orders_after()} </span>
        {after ?? m.orders_nothing()}
      </ins>
    </dd>
  </div>
)

const monthly = (cents: number) => m.orders_per_month({ amount: formatMoney(cents) })

const Amendment = ({ amendment }: { readonly amendment: OrderAmendment }) => {
  const { amounts } = amendment
  return (
    <li className={classes.amendment}>
      <Text fw={500}>{amendment.reason}</Text>
      <span className={classes.small}>
        {personName(amendment.author)} · {formatInstant(amendment.at)}
      </span>
      <dl>
        {amendment.changes.map(({ field, label, before, after }) => (
          <Change key={field} label={words(label)} before={before ? words(before) : null} after={after ? words(after) : null} />
        ))}
        {amounts && amounts.before.oneOffCents !== amounts.after.oneOffCents ? (
          <Change
            label={m.orders_one_off()}
            before={formatMoney(amounts.before.oneOffCents)}
            after={formatMoney(amounts.after.oneOffCents)}
          />
        ) : null}
        {amounts && amounts.before.monthlyCents !== amounts.after.monthlyCents ? (
          <Change label={m.orders_monthly()} before={monthly(amounts.before.monthlyCents)} after={monthly(amounts.after.monthlyCents)} />
        ) : null}
      </dl>
    </li>
  )
}

/** What the carrier changed of what was asked, before and after. */
export const OrderAmendments = ({ amendments }: { readonly amendments: readonly OrderAmendment[] }) =>
  amendments.length === 0 ? null : (
    <SectionCard title={m.orders_amendments()} description={m.orders_amendments_hint()}>
      <ul className={classes.plain}>
        {amendments.map((amendment) => (
          <Amendment key={amendment.id} amendment={amendment} />
        ))}
      </ul>
    </SectionCard>
  )
