import { Drawer, Select, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listSites } from '#api/companies/sites/sites'
import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import { previewRecipients } from '#api/notifications/subscriptions/subscriptions'
import { notificationWords } from '#api/notifications/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/notifications'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { problemMessage } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { Notice } from '../../notice.tsx'
import { categoryLabel, channelLabel } from '../../notification-labels.ts'
import classes from './dashboard.module.css'

interface By {
  readonly company: { readonly name: string }
  readonly universe: Universe
}
const by = ({ company, universe }: By): string => m.notifications_told_by({ universe: universeRoleLabel(universe), company: company.name })

/** « Qui sera prévenu ? »: whom an event would reach, by what subscription, and where nobody would be told. */
export const ToldDrawer = ({ place, onClose }: { readonly place: CompanyPlace; readonly onClose: () => void }) => {
  const [category, setCategory] = useState<NotificationCategory>('settings')
  const [site, setSite] = useState<string | null>(null)
  const sites = useQuery(read(listSites, { params: { universe: place.universe, company: place.company } })).data?.items ?? []
  const { data, error, isPlaceholderData } = useQuery({
    ...read(previewRecipients, {
      params: { universe: place.universe, company: place.company },
      query: { category, site: site ?? undefined },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <Drawer opened onClose={onClose} size={520} title={<Text fw={600}>{m.notifications_told_title()}</Text>}>
      <Stack gap="md">
        <Text c="dimmed">{m.notifications_told_text()}</Text>
        <Select
          label={words(notificationWords.category)}
          data={notificationCategories.map((value) => ({ value, label: categoryLabel(value) }))}
          value={category}
          allowDeselect={false}
          onChange={(next) => next && setCategory(next)}
        />
        <Select
          label={m.notifications_told_site()}
          placeholder={m.notifications_told_no_site()}
          data={sites.map(({ id, name }) => ({ value: id, label: name }))}
          value={site}
          onChange={setSite}
          searchable={sites.length > 10}
          clearable
        />
        {error && !data ? <Notice color="red">{problemMessage(error)}</Notice> : null}
        {!data && !error ? <Skeleton height={200} /> : null}
        {data ? (
          <Stack gap="md" aria-live="polite" aria-busy={isPlaceholderData}>
            {data.holes.map((hole) => (
              <Notice
                key={`${hole.company.reference}.${hole.universe}`}
                color="orange"
                icon={<IconAlertTriangle size={18} />}
                title={m.notifications_told_hole({ company: hole.company.name, universe: universeRoleLabel(hole.universe) })}
              />
            ))}
            {data.holes.length === 0 ? (
              <Notice color="teal" icon={<IconCheck size={18} />}>
                {m.notifications_told_no_hole()}
              </Notice>
            ) : null}
            <section>
              <Title order={3}>{m.notifications_told_people({ count: data.people.length })}</Title>
              <ul className={classes.told}>
                {data.people.map((person) => (
                  <li key={`${person.contactId}.${person.universe}`}>
                    <span>
                      {person.name} · {person.channels.map(channelLabel).join(', ')}
                      {person.digest === 'none' || !person.channels.includes('email')
                        ? ''
                        : ` (${m[`notifications_digest_${person.digest}`]()})`}
                    </span>
                    <small>{by(person)}</small>
                  </li>
                ))}
              </ul>
            </section>
            <section>
              <Title order={3}>{m.notifications_told_addresses({ count: data.addresses.length })}</Title>
              <ul className={classes.told}>
                {data.addresses.map((told) => (
                  <li key={`${told.address}.${told.company.reference}.${told.universe}`}>
                    <span>{told.address}</span>
                    <small>{by(told)}</small>
                  </li>
                ))}
              </ul>
            </section>
            {data.missed.length > 0 ? (
              <section>
                <Title order={3}>{m.notifications_told_missed()}</Title>
                <ul className={classes.told}>
                  {data.missed.map((missed) => (
                    <li key={`${missed.contactId}.${missed.universe}.${missed.reason}`}>
                      <span>
                        {missed.name} : {m[`notifications_told_missed_${missed.reason}`]()}
                      </span>
                      <small>{by(missed)}</small>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
          </Stack>
        ) : null}
      </Stack>
    </Drawer>
  )
}
