import { Alert, Button, Stack, Text } from '@mantine/core'
import { IconHelpCircle, IconKey } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { explainRights } from '#api/access/rights'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { readUser } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import { languageOf, languageWords } from '#api/languages'
import * as access from '#messages/access'
import * as m from '#messages/users'
import { sheetCrumbs } from '../../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../../app/company/company-place.ts'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { universeRoleLabel } from '../../../app/universe-labels.ts'
import { formatAgo, formatInstant } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import classes from '../../access/access.module.css'
import { PersonCould } from '../../access/could-do/person-could.tsx'
import { UserStateBadge } from '../../companies/contacts/user-state-badge.tsx'
import { UserActions } from './user-actions.tsx'

const WhyDrawer = lazyPart(() => import('../../access/why-drawer.tsx'), 'WhyDrawer')
const AssignRightsDrawer = lazyPart(() => import('./assign-rights-drawer.tsx'), 'AssignRightsDrawer')

export const reads = (place: Place<{ readonly company?: string; readonly login: string }>) => [
  read(readUser, { params: { ...companyAt(place), login: place.params.login } }),
  read(explainRights, { params: { ...companyAt(place), login: place.params.login } }),
]
/** A person with access: who they are, what they hold, and what may be done about it. */
export const UserPage = () => {
  const place = useCompanyPlace()
  const { universe, company, own, link } = place
  const { login = '' } = useParams({ strict: false }) as { login?: string }
  const { data: user } = useSuspenseQuery(read(readUser, { params: { universe, company, login } }))
  const [open, setOpen] = useState<'rights' | 'why' | null>(null)
  const close = () => setOpen(null)
  return (
    <Page
      title={user.name}
      badge={<UserStateBadge state={user.state} />}
      mark={<KeptMark kind="user" reference={user.login} />}
      subtitle={user.login}
      breadcrumb={[
        ...sheetCrumbs(place, user.company.name),
        { label: own ? words(userWords.title) : m.users_all_title(), ...link('users') },
      ]}
      actions={<UserActions universe={universe} user={user} />}
    >
      <Stack gap="lg">
        {user.state === 'invited' ? (
          <Alert color="blue">{user.invitedAt ? m.users_invited_hint({ ago: formatAgo(user.invitedAt) }) : null}</Alert>
        ) : null}
        <SectionCard title={m.users_identity()}>
          <DescriptionList
            items={[
              { label: words(userWords.email), value: shownAddress(user.email) },
              { label: m.users_job_title(), value: user.jobTitle },
              { label: m.users_phone(), value: formatPhone(user.phone) },
              { label: m.users_mobile(), value: formatPhone(user.mobile) },
              { label: words(userWords.site), value: user.site?.name ?? m.users_any_site() },
              { label: m.users_language(), value: words(languageWords[languageOf(user.language)]) },
              { label: words(userWords.lastSignIn), value: user.lastSignInAt ? formatInstant(user.lastSignInAt) : words(userWords.never) },
              { label: words(userWords.created), value: formatInstant(user.createdAt) },
              { label: words(userWords.universes), value: user.universes.map(universeRoleLabel).join(', ') },
              !own && { label: words(userWords.company), value: `${user.company.name} (${user.company.reference})` },
            ]}
          />
        </SectionCard>
        <SectionCard
          title={words(userWords.rights)}
          actions={
            <>
              <Button variant="default" leftSection={<IconHelpCircle size={16} aria-hidden />} onClick={() => setOpen('why')}>
                {access.access_why()}
              </Button>
              {user.abilities.assignRights ? (
                <Button variant="light" leftSection={<IconKey size={16} aria-hidden />} onClick={() => setOpen('rights')}>
                  {m.users_edit_rights()}
                </Button>
              ) : null}
            </>
          }
        >
          {user.rights.length === 0 ? (
            <Text c="dimmed">{words(userWords.noRight)}</Text>
          ) : (
            <ul className={classes.people}>
              {user.rights.map((right) => (
                <li key={right.id}>
                  <AnchorLink {...link('right', { right: right.id })}>{right.name}</AnchorLink>
                  <Text c="dimmed" fz="sm">
                    {right.universe ? universeRoleLabel(right.universe) : access.access_role_all()}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </SectionCard>
        <PersonCould universe={universe} company={user.company.reference} login={user.login} />
      </Stack>
      {open === 'rights' ? <AssignRightsDrawer universe={universe} user={user} onClose={close} /> : null}
      {open === 'why' ? (
        <WhyDrawer universe={universe} company={user.company.reference} login={user.login} name={user.name} onClose={close} />
      ) : null}
    </Page>
  )
}
