import { Anchor, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { readCompany } from '#api/companies/company/company'
import { listPayments } from '#api/companies/payment/payment'
import { contactWords } from '#api/companies/words'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { Problem } from '../../../platform/problem.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { AddressText } from '../address-text.tsx'
import { IbanValue } from './iban-value.tsx'
import { MandateCard } from './mandate-card.tsx'
import { MandateBadge } from './mandate-labels.tsx'

const EditPaymentDrawer = lazyPart(() => import('./edit-payment-drawer.tsx'), 'EditPaymentDrawer')

export const reads = (place: Place<{ readonly company?: string; readonly payment: string }>) => {
  const params = companyAt(place)
  return [read(listPayments, { params }), read(readCompany, { params })]
}
/** Payment coordinates of a company or a site: account, mandate, billing address. */
export const PaymentPage = () => {
  const place = useCompanyPlace()
  const { payment: id } = useParams({ strict: false }) as { payment?: string }
  const company = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } })).data
  const { data, error } = useQuery(read(listPayments, { params: { universe: place.universe, company: place.company } }))
  const [isEditing, editing] = useDisclosure(false)
  const payment = data?.items.find((one) => one.id === id)
  if (error && !data) return <PageProblem error={error} />
  if (data && !payment) return <PageProblem error={new Problem({ code: 'not_found', status: 404 })} />
  return (
    <Page
      title={payment?.site?.name ?? words(contactWords.wholeCompany)}
      badge={payment ? <MandateBadge state={payment.mandate.state} /> : null}
      subtitle={company?.name}
      documentTitle={m.companies_payment()}
      breadcrumb={[...sheetCrumbs(place, company?.name), { label: m.companies_payment(), ...place.link('payments') }]}
      actions={
        payment?.abilities.edit ? (
          <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={editing.open}>
            {common.action_edit()}
          </Button>
        ) : null
      }
      narrow
    >
      {payment ? (
        <>
          <SectionCard title={m.companies_account()}>
            <DescriptionList
              items={[
                { label: m.companies_holder(), value: payment.holderName },
                { label: m.companies_bic(), value: payment.bic },
                {
                  label: m.companies_payment_scope(),
                  value: payment.site ? (
                    <AnchorLink {...place.link('site', { site: payment.site.id })}>{payment.site.name}</AnchorLink>
                  ) : (
                    words(contactWords.wholeCompany)
                  ),
                },
                { label: m.companies_iban(), value: <IbanValue place={place} payment={payment} />, wide: true },
              ]}
            />
          </SectionCard>
          <MandateCard place={place} payment={payment} />
          <SectionCard title={m.companies_billing()}>
            <DescriptionList
              items={[
                {
                  label: m.companies_billing_address(),
                  value: (
                    <AddressText
                      address={{
                        addressee: payment.billingName,
                        street: payment.billingStreet,
                        complement: payment.billingComplement,
                        postcode: payment.billingPostcode,
                        city: payment.billingCity,
                        country: payment.billingCountry,
                      }}
                    />
                  ),
                },
                {
                  label: m.companies_billing_email(),
                  value: payment.billingEmail ? (
                    <Anchor href={`mailto:${payment.billingEmail}`}>{shownAddress(payment.billingEmail)}</Anchor>
                  ) : null,
                },
              ]}
            />
          </SectionCard>
        </>
      ) : (
        <Skeleton height={420} />
      )}
      {payment && isEditing ? <EditPaymentDrawer place={place} payment={payment} onClose={editing.close} /> : null}
    </Page>
  )
}
