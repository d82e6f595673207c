import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconArrowsExchange, IconPencil } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { cancelPartnerChange, readStanding, type Standing } from '#api/companies/portfolio/clients'
import { legalFormLabel } from '#api/companies/rules/company/legal-forms'
import { clientWords, proposalFieldWords } from '#api/companies/words'
import { clientPages, pages } from '#api/pages'
import * as common from '#messages/common'
import * as m from '#messages/portfolio'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { call } from '../../../../platform/call.ts'
import { formatDay, formatSiren } from '../../../../platform/format.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { financialLabel, guaranteeLabel, stateLabel, universeLabel } from '../portfolio-labels.ts'
import { ProposalsSection } from '../proposals/proposals-section.tsx'
import { NotesSection } from './notes-section.tsx'

const PartnerChangeDrawer = lazyPart(() => import('./partner-change-drawer.tsx'), 'PartnerChangeDrawer')
const StandingDrawer = lazyPart(() => import('./standing-drawer.tsx'), 'StandingDrawer')

const route = getRouteApi(pages.standing)

export const reads = ({ params }: Place<{ readonly company: string }>) => [
  read(readStanding, { params: { universe: 'carrier', company: params.company } }),
]

const companyLink = (company: string) => ({
  to: clientPages.company,
  params: { universe: 'carrier' as const, company },
})

const PartnerSection = ({ standing, onChange }: { readonly standing: Standing; readonly onChange: () => void }) => {
  const planned = standing.partnerChanges.find((change) => change.state === 'scheduled')
  const past = standing.partnerChanges.filter((change) => change.state !== 'scheduled')
  const cancel = async (id: string) => {
    const agreed = await confirm({
      title: m.portfolio_partner_cancel_title(),
      message: m.portfolio_partner_cancel_text(),
      danger: true,
      confirmLabel: m.portfolio_partner_cancel(),
    })
    if (!agreed) return
    try {
      await call(cancelPartnerChange, { params: { universe: 'carrier', company: standing.reference, change: id } })
      notifySuccess()
    } catch (error) {
      notifyProblem(error)
    }
  }
  const isPartner = standing.universes.some((universe) => universe === 'ambassador' || universe === 'operator' || universe === 'carrier')
  return (
    <SectionCard
      title={words(clientWords.partner)}
      actions={
        standing.abilities.administer && !planned && !isPartner ? (
          <Button variant="default" leftSection={<IconArrowsExchange size={16} stroke={1.6} />} onClick={onChange}>
            {m.portfolio_partner_change()}
          </Button>
        ) : null
      }
    >
      <Stack gap="sm">
        <Text>
          {standing.partner
            ? (standing.partner.kind === 'ambassador' ? m.portfolio_as_ambassador : m.portfolio_as_operator)({
                name: standing.partner.name,
              })
            : m.portfolio_no_partner()}
        </Text>
        {planned ? (
          <Alert color="blue" variant="light">
            <Group justify="space-between" gap="sm">
              <Text fz="sm">
                {m.portfolio_partner_planned({
                  to: planned.to?.name ?? m.portfolio_no_partner(),
                  day: formatDay(planned.effectiveOn),
                  reason: planned.reason,
                })}
              </Text>
              {standing.abilities.administer ? (
                <Button size="compact-sm" variant="default" onClick={() => void cancel(planned.id)}>
                  {m.portfolio_partner_cancel()}
                </Button>
              ) : null}
            </Group>
          </Alert>
        ) : null}
        {past.map((change) => (
          <Text key={change.id} fz="sm" c="dimmed">
            {(change.state === 'done' ? m.portfolio_partner_done : m.portfolio_partner_cancelled)({
              from: change.from?.name ?? m.portfolio_no_partner(),
              to: change.to?.name ?? m.portfolio_no_partner(),
              day: formatDay(change.effectiveOn),
            })}
          </Text>
        ))}
      </Stack>
    </SectionCard>
  )
}

/** What only the carrier decides of a company. */
export const StandingPage = () => {
  const { company } = route.useParams()
  const { data: standing } = useSuspenseQuery(read(readStanding, { params: { universe: 'carrier', company } }))
  const [open, setOpen] = useState<'standing' | 'partner' | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title={m.portfolio_manage_title({ name: standing.name })}
      subtitle={standing.reference}
      badge={<StatePill of="company" state={standing.state} label={stateLabel(standing.state)} />}
      breadcrumb={[
        { label: words(clientWords.title), to: pages.clients },
        { label: standing.name, ...companyLink(standing.reference) },
      ]}
    >
      <Stack gap="lg">
        {standing.duplicates.length > 0 ? (
          <Alert color="yellow" variant="light" title={m.portfolio_duplicates({ count: standing.duplicates.length })}>
            <Stack gap={4}>
              {standing.duplicates.map((other) => (
                <AnchorLink key={other.reference} {...companyLink(other.reference)} fz="sm">
                  {`${other.reference} ${other.name}${other.partner ? ` (${other.partner})` : ''}`}
                </AnchorLink>
              ))}
            </Stack>
          </Alert>
        ) : null}
        <SectionCard
          title={m.portfolio_section_standing()}
          actions={
            standing.abilities.administer ? (
              <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setOpen('standing')}>
                {common.action_edit()}
              </Button>
            ) : null
          }
        >
          <DescriptionList
            items={[
              { label: words(clientWords.name), value: standing.name },
              { label: words(clientWords.siren), value: formatSiren(standing.siren) },
              { label: words(proposalFieldWords.vat_number), value: standing.vatNumber },
              {
                label: words(proposalFieldWords.legal_form),
                value: standing.legalForm ? (legalFormLabel(standing.legalForm) ?? standing.legalForm) : null,
              },
              {
                label: words(clientWords.state),
                value: <StatePill of="company" state={standing.state} label={stateLabel(standing.state)} />,
              },
              {
                label: words(clientWords.financialState),
                value: <StatePill of="financial" state={standing.financialState} label={financialLabel(standing.financialState)} />,
              },
              { label: m.portfolio_guarantee(), value: guaranteeLabel(standing.guarantee) },
              { label: words(clientWords.universes), value: standing.universes.map(universeLabel).join(', ') },
              { label: m.portfolio_external_key(), value: standing.externalKey },
            ]}
          />
        </SectionCard>
        <PartnerSection standing={standing} onChange={() => setOpen('partner')} />
        <NotesSection standing={standing} />
        <ProposalsSection companyReference={standing.reference} />
      </Stack>
      {open === 'standing' ? <StandingDrawer standing={standing} onClose={close} /> : null}
      {open === 'partner' ? <PartnerChangeDrawer company={standing.reference} onClose={close} /> : null}
    </Page>
  )
}
