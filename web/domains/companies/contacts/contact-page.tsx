import { ActionIcon, Anchor, Button, Skeleton, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArchive, IconBell, IconDots, IconPencil, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { archiveContact, type Contact, readContact, restoreContact } from '#api/companies/contacts/contacts'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { contactWords, siteWords } from '#api/companies/words'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import * as shell from '#messages/shell'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { type CompanyPlace, companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { call } from '../../../platform/call.ts'
import { formatInstant } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import columns from '../../../ui/columns.module.css'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink, ButtonLink } from '../../../ui/links.tsx'
import { ActionsMenu } from '../../../ui/menu/actions-menu.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { AccessBadge, contactName } from './contact-labels.tsx'

const ContactDrawer = lazyPart(() => import('./contact-drawer.tsx'), 'ContactDrawer')

const tel = (number: string | null) => (number ? <Anchor href={`tel:${number}`}>{formatPhone(number)}</Anchor> : null)

const AccessCard = ({ place, contact }: { readonly place: CompanyPlace; readonly contact: Contact }) => {
  const { link } = place
  return (
    <SectionCard title={m.companies_access_portal()}>
      {contact.access ? (
        <DescriptionList
          items={[
            {
              label: words(contactWords.login),
              value: <AnchorLink {...link('user', { login: contact.access.login })}>{contact.access.login}</AnchorLink>,
            },
            { label: words(siteWords.state), value: <AccessBadge access={contact.access} /> },
          ]}
        />
      ) : (
        <Stack gap="sm" align="flex-start">
          <Text c="dimmed">{m.companies_access_none_text()}</Text>
          {contact.abilities.giveAccess ? (
            <ButtonLink
              {...link('newUser')}
              search={{ contact: contact.id }}
              variant="light"
              leftSection={<IconUserPlus size={16} stroke={1.6} aria-hidden />}
            >
              {m.companies_give_access()}
            </ButtonLink>
          ) : null}
        </Stack>
      )}
    </SectionCard>
  )
}

export const reads = (place: Place<{ readonly company?: string; readonly contact: string }>) => [
  read(readContact, { params: { ...companyAt(place), contact: place.params.contact } }),
]

/** A contact: « Voir le détail ». */
export const ContactPage = () => {
  const place = useCompanyPlace()
  const { universe, company } = place
  const { contact: id = '' } = useParams({ strict: false }) as { contact?: string }
  const { data: contact, error } = useQuery(read(readContact, { params: { universe, company, contact: id } }))
  const [isEditing, editing] = useDisclosure(false)
  if (error && !contact) return <PageProblem error={error} />
  const name = contact ? contactName(contact) : m.companies_contact()

  const act = async (endpoint: typeof archiveContact | typeof restoreContact, done: string) => {
    try {
      await call(endpoint, { params: { universe, company, contact: id } })
      notifySuccess(done)
    } catch (failure) {
      notifyProblem(failure)
    }
  }
  const archive = async () => {
    const agreed = await confirm({
      title: m.companies_contact_archive_title({ name }),
      message: m.companies_contact_archive_text(),
      confirmLabel: m.companies_contact_archive(),
      danger: true,
    })
    if (agreed) await act(archiveContact, m.companies_contact_archived_done({ name }))
  }
  const actions = contact ? (
    <>
      {contact.abilities.archive ? (
        <ActionsMenu
          width={220}
          actions={[
            {
              key: 'archive',
              label: m.companies_contact_archive(),
              icon: <IconArchive size={16} stroke={1.6} />,
              danger: true,
              onClick: archive,
            },
          ]}
          button={
            <ActionIcon size={36} variant="default" aria-label={common.list_row_actions({ label: name })}>
              <IconDots size={18} />
            </ActionIcon>
          }
        />
      ) : null}
      {contact.abilities.restore ? (
        <Button variant="default" onClick={() => act(restoreContact, m.companies_contact_restored({ name }))}>
          {m.companies_contact_restore()}
        </Button>
      ) : null}
      {contact.archivedAt ? null : (
        <ButtonLink
          {...place.link('contactNotifications', { contact: id })}
          variant="default"
          leftSection={<IconBell size={16} stroke={1.6} aria-hidden />}
        >
          {shell.entry_manage_notifications()}
        </ButtonLink>
      )}
      {contact.abilities.edit ? (
        <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={editing.open}>
          {common.action_edit()}
        </Button>
      ) : null}
    </>
  ) : null
  return (
    <Page
      title={name}
      badge={contact?.archivedAt ? <StateBadge tone="neutral" label={m.companies_contact_archived()} /> : null}
      mark={contact ? <KeptMark kind="contact" reference={contact.id} /> : null}
      subtitle={contact ? [contact.jobTitle, contact.company.name].filter(Boolean).join(' · ') : null}
      breadcrumb={[...sheetCrumbs(place, contact?.company.name), { label: words(contactWords.title), ...place.link('contacts') }]}
      actions={actions}
    >
      {contact ? (
        <div className={columns.sheet}>
          <div className={columns.column}>
            <SectionCard title={m.companies_information()}>
              <DescriptionList
                items={[
                  { label: m.companies_first_name(), value: contact.firstName },
                  { label: m.companies_last_name(), value: contact.lastName },
                  { label: words(contactWords.jobTitle), value: contact.jobTitle },
                  {
                    label: words(contactWords.email),
                    value: contact.email ? (
                      <>
                        <Anchor href={`mailto:${contact.email}`}>{shownAddress(contact.email)}</Anchor>{' '}
                        <CopyButton value={contact.email} label={words(contactWords.email)} />
                      </>
                    ) : null,
                  },
                  { label: words(siteWords.phone), value: tel(contact.phone) },
                  { label: words(contactWords.mobile), value: tel(contact.mobile) },
                  {
                    label: words(contactWords.site),
                    value: contact.site ? (
                      <AnchorLink {...place.link('site', { site: contact.site.id })}>{contact.site.name}</AnchorLink>
                    ) : (
                      words(contactWords.wholeCompany)
                    ),
                  },
                  { label: m.companies_created_at(), value: formatInstant(contact.createdAt) },
                  contact.archivedAt !== null && { label: m.companies_archived_at(), value: formatInstant(contact.archivedAt) },
                ]}
              />
            </SectionCard>
          </div>
          <div className={columns.column}>
            <AccessCard place={place} contact={contact} />
          </div>
        </div>
      ) : (
        <Skeleton height={280} />
      )}
      {contact && isEditing ? <ContactDrawer place={place} contact={contact} onClose={editing.close} /> : null}
    </Page>
  )
}
