import { Button, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import { listContacts } from '#api/companies/contacts/contacts'
import { contactWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../companies.module.css'
import { contactName } from './contact-labels.tsx'

const ContactDrawer = lazy(() => import('./contact-drawer.tsx').then((module) => ({ default: module.ContactDrawer })))

/** More are on « Gestion des contacts ». */
const shown = 5

/** Contacts of a company, or of one of its sites, beside its sheet. */
export const ContactsCard = ({ place, site }: { readonly place: CompanyPlace; readonly site?: string }) => {
  const { data, error } = useQuery(
    read(listContacts, { params: { universe: place.universe, company: place.company }, query: site ? { site } : {} }),
  )
  const [isCreating, creating] = useDisclosure(false)
  const contacts = data?.items.slice(0, shown) ?? []
  return (
    <SectionCard
      title={m.companies_contacts()}
      actions={
        data?.abilities.create ? (
          <Button variant="light" leftSection={<IconPlus size={16} aria-hidden />} onClick={creating.open}>
            {m.companies_contact_add()}
          </Button>
        ) : null
      }
    >
      {isProblem(error) && !data ? <FormProblem problem={error} /> : null}
      {!data && !error ? <Skeleton height={315} /> : null}
      {data && contacts.length === 0 ? (
        <Text c="dimmed" mb="sm">
          {m.companies_no_contact()}
        </Text>
      ) : null}
      <ul className={classes.rows} aria-label={m.companies_contacts()}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <div className={classes.rowMain}>
              <AnchorLink {...place.link('contact', { contact: contact.id })} className={classes.rowTitle}>
                {contactName(contact)}
              </AnchorLink>
              <span className={classes.rowText}>{[contact.jobTitle, contact.access?.login].filter(Boolean).join(' · ')}</span>
            </div>
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <AnchorLink {...place.link('contacts')} {...(site ? { search: { site } } : {})}>
          {words(contactWords.title)}
        </AnchorLink>
      </div>
      {isCreating ? (
        <Suspense fallback={null}>
          <ContactDrawer place={place} {...(site ? { site } : {})} onClose={creating.close} />
        </Suspense>
      ) : null}
    </SectionCard>
  )
}
