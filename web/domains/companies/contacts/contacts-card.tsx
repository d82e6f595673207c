import { Button, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listContacts } from '#api/companies/contacts/contacts'
import { contactWords } from '#api/companies/words'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../companies.module.css'
import { ObjectRows } from '../rows.tsx'
import { contactName } from './contact-labels.tsx'

const ContactDrawer = lazyPart(() => import('./contact-drawer.tsx'), 'ContactDrawer')

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
      <ObjectRows
        label={m.companies_contacts()}
        rows={contacts.map((contact) => ({
          key: contact.id,
          title: contactName(contact),
          text: [contact.jobTitle, contact.access?.login].filter(Boolean).join(' · '),
          link: place.link('contact', { contact: contact.id }),
        }))}
      />
      <div className={classes.foot}>
        <AnchorLink {...place.link('contacts')} {...(site ? { search: { site } } : {})}>
          {words(contactWords.title)}
        </AnchorLink>
      </div>
      {isCreating ? <ContactDrawer place={place} {...(site ? { site } : {})} onClose={creating.close} /> : null}
    </SectionCard>
  )
}
