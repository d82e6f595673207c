import { ActionIcon, Anchor, Group } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Company } from '#api/companies/company/company'
import { einvoicingScheme } from '#api/companies/rules/company/einvoicing-address'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { siteWords } from '#api/companies/words'
import type { Universe } from '#api/universes'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import { companyLinks } from '../../../app/company/company-place.ts'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { universeLabel } from '../../../app/universe-labels.ts'
import { formatInstant, formatSiren } from '../../../platform/format.ts'
import { shownAddress, shownWebsite } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import classes from '../companies.module.css'
import { companySizeLabel, companyStateLabel, financialStateLabel, guaranteeLabel, legalFormText } from './company-labels.ts'
import type { IdentityField } from './identity-drawer.tsx'

const copied = (value: string | null, shown: string | null, label: string) =>
  value ? (
    <Group gap={4} wrap="nowrap">
      <span>{shown}</span>
      <CopyButton value={value} label={label} />
    </Group>
  ) : null

const mail = (address: string | null) => (address ? <Anchor href={`mailto:${address}`}>{shownAddress(address)}</Anchor> : null)

interface CompanyFactsProps {
  readonly universe: Universe
  readonly company: Company
  readonly onIdentity: (field: IdentityField) => void
}

/** « Informations »: everything that the sheet says of a company. */
export const CompanyFacts = ({ universe, company, onIdentity }: CompanyFactsProps) => {
  const pencil = (field: IdentityField, label: string, value: ReactNode) =>
    company.abilities.changeIdentity ? (
      <Group gap={4} wrap="nowrap">
        <span>{value || common.common_not_set()}</span>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          aria-label={m.companies_identity_edit({ field: label })}
          onClick={() => onIdentity(field)}
        >
          <IconPencil size={15} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Group>
    ) : (
      value
    )
  return (
    <div className={classes.factGroups}>
      <DescriptionList
        items={[
          {
            label: words(siteWords.state),
            value: <StatePill of="company" state={company.state} label={companyStateLabel(company.state)} />,
          },
          { label: m.companies_reference(), value: copied(company.reference, company.reference, m.companies_reference()) },
          { label: m.companies_name(), value: pencil('name', m.companies_name(), company.name) },
          { label: m.companies_siren(), value: copied(company.siren, formatSiren(company.siren), m.companies_siren()) },
          {
            label: m.companies_vat_number(),
            value: pencil('vatNumber', m.companies_vat_number(), copied(company.vatNumber, company.vatNumber, m.companies_vat_number())),
          },
          { label: m.companies_ape_code(), value: company.apeCode },
          { label: m.companies_legal_form(), value: pencil('legalForm', m.companies_legal_form(), legalFormText(company.legalForm)) },
          { label: m.companies_size(), value: companySizeLabel(company.size) },
          {
            label: m.companies_einvoicing(),
            value: copied(company.einvoicingAddress, `${einvoicingScheme}:${company.einvoicingAddress}`, m.companies_einvoicing()),
          },
          {
            label: words(siteWords.phone),
            value: company.phone ? <Anchor href={`tel:${company.phone}`}>{formatPhone(company.phone)}</Anchor> : null,
          },
          {
            label: m.companies_website(),
            value: company.website ? (
              <Anchor href={company.website} target="_blank" rel="noreferrer noopener">
                {shownWebsite(company.website)}
              </Anchor>
            ) : null,
          },
          { label: m.companies_created_at(), value: formatInstant(company.createdAt) },
          {
            label: m.companies_financial(),
            value: <StatePill of="financial" state={company.financialState} label={financialStateLabel(company.financialState)} />,
          },
          { label: m.companies_guarantee(), value: guaranteeLabel(company.guarantee) },
          { label: m.companies_universes(), value: company.universes.map(universeLabel).join(', ') },
          company.partner !== null && {
            label: company.partner.kind === 'ambassador' ? m.companies_ambassador() : m.companies_operator(),
            value:
              universe === 'carrier' ? (
                <AnchorLink {...companyLinks(universe, company.partner.reference, false)('company')}>{company.partner.name}</AnchorLink>
              ) : (
                company.partner.name
              ),
          },
          { label: m.companies_comment(), value: company.comment, wide: true },
        ]}
      />
      <div>
        <h3 className={classes.subtitle}>{m.companies_mails()}</h3>
        <DescriptionList
          items={[
            { label: m.companies_mail_sales(), value: mail(company.emailSales) },
            { label: m.companies_mail_technical(), value: mail(company.emailTechnical) },
            { label: m.companies_mail_order_desk(), value: mail(company.emailOrderDesk) },
            { label: m.companies_mail_administrative(), value: mail(company.emailAdministrative) },
          ]}
        />
      </div>
    </div>
  )
}
