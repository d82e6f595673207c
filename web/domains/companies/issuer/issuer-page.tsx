import { Button, Image, Stack, Text } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readIssuer, readIssuerLogo, writeIssuerLogo } from '#api/companies/issuer/issuer'
import { legalFormLabel } from '#api/companies/rules/company/legal-forms'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import * as common from '#messages/common'
import * as m from '#messages/issuer'
import * as shell from '#messages/shell'
import { urlOf } from '../../../platform/call.ts'
import { formatMoney, formatSiren } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress, shownWebsite } from '../../../platform/shown-address.ts'
import { upload } from '../../../platform/upload.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'

const IbanDrawer = lazyPart(() => import('./iban-drawer.tsx'), 'IbanDrawer')
const IssuerDrawer = lazyPart(() => import('./issuer-drawer.tsx'), 'IssuerDrawer')

export const reads = () => [read(readIssuer, { params: { universe: 'carrier' } })]

const maximumLogoBytes = 512 * 1024

const LogoSection = ({ hasLogo, canEdit }: { readonly hasLogo: boolean; readonly canEdit: boolean }) => {
  const [file, setFile] = useState<File | null>(null)
  const [progress, setProgress] = useState<number | null>(null)
  const [shown, setShown] = useState(0)
  const send = async (chosen: File | null) => {
    setFile(chosen)
    if (!chosen) return
    setProgress(0)
    try {
      await upload(writeIssuerLogo, { params: { universe: 'carrier' }, file: chosen, onProgress: setProgress })
      setShown((count) => count + 1)
      notifySuccess()
    } catch (error) {
      notifyProblem(error)
    } finally {
      setProgress(null)
      setFile(null)
    }
  }
  return (
    <SectionCard title={m.issuer_logo()} description={m.issuer_logo_hint()}>
      <Stack gap="md">
        {hasLogo ? (
          <Image
            src={`${urlOf(readIssuerLogo, { universe: 'carrier' })}?${shown}`}
            alt={m.issuer_logo()}
            h={80}
            w="auto"
            fit="contain"
            style={{ alignSelf: 'flex-start' }}
          />
        ) : (
          <Text c="dimmed">{common.common_none()}</Text>
        )}
        {canEdit ? (
          <FileDrop
            label={m.issuer_logo_drop()}
            accept=".png,.jpg,.jpeg"
            maxBytes={maximumLogoBytes}
            file={file}
            onFile={(chosen) => void send(chosen)}
            progress={progress}
          />
        ) : null}
      </Stack>
    </SectionCard>
  )
}

/** « Paramètres de l'émetteur »: what stands on mandates, invoices and mails. */
export const IssuerPage = () => {
  const { data: issuer } = useSuspenseQuery(read(readIssuer, { params: { universe: 'carrier' } }))
  const [open, setOpen] = useState<'sheet' | 'iban' | null>(null)
  const isSaved = issuer.version > 0
  const edits = issuer.abilities.edit
  return (
    <Page
      title={m.issuer_title()}
      subtitle={m.issuer_subtitle()}
      breadcrumb={[{ label: shell.module_company() }]}
      actions={
        edits ? (
          <Button leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setOpen('sheet')}>
            {common.action_edit()}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="lg">
        <SectionCard title={m.issuer_section_identity()} description={isSaved ? undefined : m.issuer_not_saved()}>
          <DescriptionList
            items={[
              { label: m.issuer_legal_name(), value: issuer.legalName },
              { label: m.issuer_legal_form(), value: issuer.legalForm ? (legalFormLabel(issuer.legalForm) ?? issuer.legalForm) : null },
              { label: m.issuer_capital(), value: issuer.capitalCents === null ? null : formatMoney(issuer.capitalCents) },
              { label: m.issuer_rcs_city(), value: issuer.rcsCity },
              { label: m.issuer_siren(), value: formatSiren(issuer.siren) },
              { label: m.issuer_vat_number(), value: issuer.vatNumber },
              {
                label: m.issuer_address(),
                value: [issuer.street, issuer.complement, `${issuer.postcode} ${issuer.city}`.trim(), issuer.country]
                  .filter(Boolean)
                  .join(', '),
                wide: true,
              },
              { label: m.issuer_phone(), value: formatPhone(issuer.phone) },
              { label: m.issuer_website(), value: issuer.website ? shownWebsite(issuer.website) : null },
              { label: m.issuer_sender(), value: [issuer.senderName, shownAddress(issuer.senderEmail)].filter(Boolean).join(' · ') },
            ]}
          />
        </SectionCard>
        <SectionCard
          title={m.issuer_section_collection()}
          description={m.issuer_collection_hint()}
          actions={
            edits && isSaved ? (
              <Button variant="default" onClick={() => setOpen('iban')}>
                {m.issuer_iban_change()}
              </Button>
            ) : null
          }
        >
          <DescriptionList
            items={[
              { label: m.issuer_creditor_identifier(), value: issuer.creditorIdentifier },
              { label: m.issuer_iban(), value: issuer.ibanMasked },
              { label: m.issuer_bic(), value: issuer.bic },
            ]}
          />
        </SectionCard>
        <SectionCard title={m.issuer_terms()}>
          <DescriptionList
            items={[
              { label: m.issuer_terms_version(), value: issuer.termsOfSaleVersion },
              {
                label: m.issuer_terms_text(),
                value: issuer.termsOfSale ? <span style={{ whiteSpace: 'pre-wrap' }}>{issuer.termsOfSale}</span> : null,
                wide: true,
              },
            ]}
          />
        </SectionCard>
        {isSaved ? <LogoSection hasLogo={issuer.hasLogo} canEdit={edits} /> : null}
      </Stack>
      {open === 'sheet' ? <IssuerDrawer issuer={issuer} onClose={() => setOpen(null)} /> : null}
      {open === 'iban' ? <IbanDrawer onClose={() => setOpen(null)} /> : null}
    </Page>
  )
}
