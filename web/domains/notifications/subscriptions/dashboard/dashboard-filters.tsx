import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import { notificationWords } from '#api/notifications/words'
import type { Universe } from '#api/universes'
import * as m from '#messages/notifications'
import { universeLabel } from '../../../../app/universe-labels.ts'
import { words } from '../../../../platform/words.ts'
import { useListState } from '../../../../ui/data-list/use-list-state.ts'
import { categoryLabel } from '../../notification-labels.ts'
import classes from './dashboard.module.css'

/** Without accents nor capitals, so that « zoe » finds Zoé. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .trim()

interface DashboardFiltersProps {
  readonly universe: Universe
  readonly universes: readonly Universe[]
  readonly picked: readonly NotificationCategory[]
}

/** Universe, name of the contact, categories: kept in the address. */
export const DashboardFilters = ({ universe, universes, picked }: DashboardFiltersProps) => {
  const { values, change } = useListState()
  const { q = '' } = values
  const [typed, setTyped] = useState(q)
  const apply = useDebouncedCallback((text: string) => change({ q: text.trim() || undefined }), 150)
  useEffect(() => setTyped((now) => (now.trim() === q ? now : q)), [q])
  return (
    <div className={classes.filters}>
      <Select
        label={words(notificationWords.universe)}
        data={universes.map((one) => ({ value: one, label: universeLabel(one) }))}
        value={universe}
        allowDeselect={false}
        onChange={(next) => change({ universe: next ?? undefined })}
      />
      <TextInput
        label={m.notifications_contact()}
        placeholder={m.notifications_contact_name()}
        type="search"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          apply(event.currentTarget.value)
        }}
      />
      <MultiSelect
        label={words(notificationWords.category)}
        placeholder={picked.length === 0 ? m.notifications_category_picked({ count: notificationCategories.length }) : undefined}
        data={notificationCategories.map((category) => ({ value: category, label: categoryLabel(category) }))}
        value={[...picked]}
        onChange={(next) => change({ category: next.join(',') || undefined })}
        clearable
      />
    </div>
  )
}
