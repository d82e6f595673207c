import { Button, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listPayments } from '#api/companies/payment/payment'
import { contactWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import classes from '../companies.module.css'
import { ObjectRows } from '../rows.tsx'
import { MandateBadge } from './mandate-labels.tsx'

const NewPaymentDrawer = lazyPart(() => import('./new-payment-drawer.tsx'), 'NewPaymentDrawer')

interface PaymentRowsProps {
  readonly place: CompanyPlace
  /** Those of one site only. */
  readonly site?: string
  /** Under a block that bears another title. */
  readonly titled?: boolean
}

/** Payment coordinates in a block: of the company and all its sites, or of one site. */
export const PaymentRows = ({ place, site, titled = false }: PaymentRowsProps) => {
  const { data, error } = useQuery(read(listPayments, { params: { universe: place.universe, company: place.company } }))
  const [isCreating, creating] = useDisclosure(false)
  const payments = data?.items.filter((payment) => site === undefined || payment.site?.id === site) ?? []
  // Whoever has a right on some sites only does not see the money of the company.
  if (isProblem(error, 'not_found') || isProblem(error, 'forbidden')) return null
  const add = data?.abilities.create ? (
    <Button
      variant={titled ? 'subtle' : 'light'}
      size={titled ? 'xs' : 'sm'}
      leftSection={<IconPlus size={14} aria-hidden />}
      onClick={creating.open}
    >
      {m.companies_payment_add()}
    </Button>
  ) : null
  const none = (readsAll: boolean): string =>
    site ? m.companies_no_payment_site() : readsAll ? m.companies_no_payment() : m.companies_payment_hidden()
  return (
    <div className={classes.block}>
      {titled ? (
        <div className={classes.blockHead}>
          <h3 className={classes.subtitle}>{m.companies_payment()}</h3>
          {add}
        </div>
      ) : null}
      {isProblem(error) ? <FormProblem problem={error} /> : null}
      {!data && !error ? <Skeleton height={56} /> : null}
      {data && payments.length === 0 ? <Text c="dimmed">{none(data.abilities.readAll)}</Text> : null}
      <ObjectRows
        label={m.companies_payment()}
        rows={payments.map((payment) => ({
          key: payment.id,
          title: payment.site?.name ?? words(contactWords.wholeCompany),
          badges: <MandateBadge state={payment.mandate.state} />,
          text: `${payment.holderName} · ${payment.ibanMasked}`,
          link: place.link('payment', { payment: payment.id }),
        }))}
      />
      {titled || !add ? null : <div className={classes.after}>{add}</div>}
      {isCreating ? <NewPaymentDrawer place={place} {...(site ? { site } : {})} onClose={creating.close} /> : null}
    </div>
  )
}
