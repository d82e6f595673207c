import { Anchor, Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { readCompany } from '#api/companies/company/company'
import { archiveContacts, restoreContacts } from '#api/companies/contacts/contact-acts'
import { listContacts } from '#api/companies/contacts/contacts'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { listSites } from '#api/companies/sites/sites'
import { contactWords, siteWords } from '#api/companies/words'
import * as m from '#messages/companies'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { useOpenedByAddress } from '../../../ui/acts/opened-by-address.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { agreed } from '../../../ui/data-list/selection/agreed.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import classes from '../companies.module.css'
import { AccessBadge, contactName } from './contact-labels.tsx'
import { ContactsMenu } from './contacts-menu.tsx'

const ContactDrawer = lazyPart(() => import('./contact-drawer.tsx'), 'ContactDrawer')

const tel = (number: string | null) => (number ? <Anchor href={`tel:${number}`}>{formatPhone(number)}</Anchor> : null)

export const address = listSearch(listContacts)
export const reads = (place: Place<{ readonly company?: string }, ListSearch<typeof listContacts>>) => {
  const params = companyAt(place)
  return [read(listContacts, { params, query: place.search }), read(readCompany, { params }), read(listSites, { params })]
}

/** « Gestion des contacts »: the people of a company, with or without access. */
export const ContactsPage = () => {
  const place = useCompanyPlace()
  const search = useSearch({ strict: false }) as ListSearch<typeof listContacts>
  const query = useQuery(read(listContacts, { params: { universe: place.universe, company: place.company }, query: search }))
  const company = useQuery(read(readCompany, { params: { universe: place.universe, company: place.company } })).data
  const sites = useQuery(read(listSites, { params: { universe: place.universe, company: place.company } })).data?.items ?? []
  const [isCreating, creating] = useOpenedByAddress()
  const create = query.data?.abilities.create ? (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
      {m.companies_contact_new()}
    </Button>
  ) : null
  const actions = (
    <>
      <ContactsMenu place={place} />
      {create}
    </>
  )
  return (
    <Page title={words(contactWords.title)} subtitle={company?.name} breadcrumb={sheetCrumbs(place, company?.name)} actions={actions}>
      <DataList
        endpoint={listContacts}
        params={{ universe: place.universe, company: place.company }}
        asked={search}
        label={words(contactWords.title)}
        query={query}
        rowKey={(contact) => contact.id}
        rowLabel={contactName}
        rowLink={(contact) => place.link('contact', { contact: contact.id })}
        acts={
          query.data?.abilities.create
            ? search.archived
              ? [
                  {
                    endpoint: restoreContacts,
                    label: m.companies_contact_restore(),
                    icon: <IconArchiveOff size={16} stroke={1.6} aria-hidden />,
                  },
                ]
              : [
                  {
                    endpoint: archiveContacts,
                    label: m.companies_contact_archive(),
                    icon: <IconArchive size={16} stroke={1.6} aria-hidden />,
                    ask: () =>
                      agreed({
                        title: m.companies_archive_many(),
                        message: m.companies_archive_many_text(),
                        confirmLabel: m.companies_contact_archive(),
                        danger: true,
                      }),
                  },
                ]
            : []
        }
        columns={[
          {
            key: 'name',
            header: words(contactWords.name),
            cell: (contact) => <TwoLines first={contactName(contact)} second={contact.jobTitle} />,
            sort: true,
            wide: true,
          },
          {
            key: 'access',
            header: words(contactWords.access),
            cell: (contact) => <AccessBadge access={contact.access} />,
            fixed: true,
            headline: true,
          },
          { key: 'email', header: words(contactWords.email), cell: (contact) => shownAddress(contact.email), clip: true },
          {
            key: 'phone',
            header: `${words(siteWords.phone)} · ${words(contactWords.mobile)}`,
            cell: ({ phone, mobile }) => (phone && mobile ? <TwoLines first={tel(phone)} second={tel(mobile)} /> : tel(phone ?? mobile)),
          },
          {
            key: 'site',
            header: words(contactWords.site),
            cell: (contact) => contact.site?.name ?? words(contactWords.wholeCompany),
            clip: true,
            roomy: true,
          },
          {
            key: 'detail',
            header: m.companies_detail_column(),
            cell: (contact) => (
              <AnchorLink
                {...place.link('contact', { contact: contact.id })}
                aria-label={m.companies_detail_of({ name: contactName(contact) })}
                className={classes.rowEnd}
              >
                {m.companies_detail()}
              </AnchorLink>
            ),
            fixed: true,
            tableOnly: true,
          },
          { key: 'login', header: words(contactWords.login), cell: (contact) => contact.access?.login, hidden: true },
          { key: 'jobTitle', header: words(contactWords.jobTitle), cell: ({ jobTitle }) => jobTitle, hidden: true, tableOnly: true },
        ]}
        filters={[
          { kind: 'search', placeholder: m.companies_contacts_search() },
          {
            kind: 'select',
            key: 'access',
            label: words(contactWords.access),
            options: [
              { value: 'with', label: m.companies_access_with() },
              { value: 'without', label: m.companies_access_without() },
            ],
          },
          {
            kind: 'select',
            key: 'site',
            label: words(contactWords.site),
            options: sites.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: 'select',
            key: 'archived',
            label: m.companies_archived_filter(),
            options: [{ value: 'true', label: m.companies_archived() }],
          },
        ]}
        empty={{ title: m.companies_no_contact(), description: create ? m.companies_no_contact_hint() : undefined, action: create }}
      />
      {isCreating && create ? <ContactDrawer place={place} onClose={creating.close} /> : null}
    </Page>
  )
}
