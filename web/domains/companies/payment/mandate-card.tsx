import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconDownload, IconSignature } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadMandate, type Payment, revokeMandate } from '#api/companies/payment/payment'
import { siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call, urlOf } from '../../../platform/call.ts'
import { download } from '../../../platform/download.ts'
import { formatDay } from '../../../platform/format.ts'
import { isProblem } from '../../../platform/problem.ts'
import { words } from '../../../platform/words.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { MandateBadge, schemeLabel } from './mandate-labels.tsx'

const SignMandateDrawer = lazyPart(() => import('./sign-mandate-drawer.tsx'), 'SignMandateDrawer')

/** « Mandat SEPA »: its reference and state, the PDF to sign, the signature, the revocation. */
export const MandateCard = ({ place, payment }: { readonly place: CompanyPlace; readonly payment: Payment }) => {
  const { mandate, abilities } = payment
  const params = { universe: place.universe, company: place.company, payment: payment.id }
  const [isSigning, signing] = useDisclosure(false)
  const [isBusy, setBusy] = useState(false)
  const act = async (send: () => Promise<unknown>) => {
    setBusy(true)
    try {
      await send()
    } catch (error) {
      // Given up at the confirmation of identity: the person knows.
      if (!isProblem(error, 'step_up_required')) notifyProblem(error)
    } finally {
      setBusy(false)
    }
  }
  const revoke = async () => {
    const agreed = await confirm({
      title: m.companies_mandate_revoke_title({ reference: mandate.reference }),
      message: m.companies_mandate_revoke_text(),
      confirmLabel: m.companies_mandate_revoke(),
      danger: true,
    })
    if (!agreed) return
    await act(async () => {
      await call(revokeMandate, { params })
      notifySuccess(m.companies_mandate_revoked_done())
    })
  }
  return (
    <SectionCard title={m.companies_mandate()}>
      <DescriptionList
        items={[
          { label: words(siteWords.state), value: <MandateBadge state={mandate.state} /> },
          {
            label: m.companies_mandate_reference(),
            value: (
              <Group gap={4} wrap="nowrap">
                <span>{mandate.reference}</span>
                <CopyButton value={mandate.reference} label={m.companies_mandate_reference()} />
              </Group>
            ),
          },
          { label: m.companies_scheme(), value: schemeLabel(mandate.scheme) },
          mandate.state !== 'to_sign' && { label: m.companies_signed_on(), value: formatDay(mandate.signedOn) },
        ]}
      />
      {mandate.state === 'to_sign' && abilities.sign ? (
        <Text c="dimmed" mt="md" maw={620}>
          {m.companies_mandate_steps()}
        </Text>
      ) : null}
      {abilities.download || abilities.sign || abilities.revoke ? (
        <Group mt="md" gap="xs">
          {abilities.download ? (
            <Button
              variant={mandate.state === 'to_sign' ? 'filled' : 'default'}
              loading={isBusy}
              leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
              onClick={() => act(() => download(urlOf(downloadMandate, params), `mandat-${mandate.reference}.pdf`))}
            >
              {mandate.state === 'to_sign' ? m.companies_mandate_to_sign_pdf() : m.companies_mandate_pdf()}
            </Button>
          ) : null}
          {abilities.sign ? (
            <Button variant="default" leftSection={<IconSignature size={16} stroke={1.6} aria-hidden />} onClick={signing.open}>
              {m.companies_mandate_sign()}
            </Button>
          ) : null}
          {abilities.revoke ? (
            <Button variant="subtle" color="red" disabled={isBusy} onClick={revoke}>
              {m.companies_mandate_revoke()}
            </Button>
          ) : null}
        </Group>
      ) : null}
      {isSigning ? <SignMandateDrawer place={place} payment={payment} onClose={signing.close} /> : null}
    </SectionCard>
  )
}
