import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconCheck, IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { createSavedView, deleteSavedView, type SavedView, updateSavedView } from '#api/subscriptions/views/saved-views'
import * as m from '#messages/views'
import { call } from '../../../platform/call.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { queryClient } from '../../../platform/query-client.ts'
import { useUniverse } from '../../../platform/session.ts'
import { confirm } from '../../confirm-dialog.tsx'
import type { MenuHold } from '../../menu/lazy-menu.tsx'
import { Place } from '../../menu/menu-frame.tsx'
import { notifyProblem } from '../../notify.tsx'
import type { ListState } from '../use-list-state.ts'
import classes from './saved-views.module.css'
import { queryOf, savedViewsQuery, valuesOf } from './views.queries.ts'

export interface SavedViewsProps {
  readonly screen: SavedView['screen']
  readonly state: ListState
}

const refresh = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['saved-views'] })

interface ViewRowProps {
  readonly view: SavedView
  readonly isShown: boolean
  readonly onShow: () => void
}

const ViewRow = ({ view, isShown, onShow }: ViewRowProps) => {
  const universe = useUniverse()
  const forget = async () => {
    const agreed = await confirm({ title: m.views_delete_title({ name: view.name }), confirmLabel: m.views_delete(), danger: true })
    if (!agreed) return
    await call(deleteSavedView, { params: { universe, view: view.id } }).catch(notifyProblem)
    await refresh()
  }
  return (
    <li className={classes.row}>
      <button type="button" className={classes.view} aria-pressed={isShown} onClick={onShow}>
        <span className={classes.name}>{view.name}</span>
        {isShown ? <IconCheck size={16} stroke={2} aria-hidden /> : null}
      </button>
      <ActionIcon size={30} onClick={() => void forget()} aria-label={m.views_delete_it({ name: view.name })}>
        <IconTrash size={16} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}

/** The views that the person keeps of a list: shows one, keeps what is shown under a name, replaces or forgets one. */
export const SavedViews = ({ hold, screen, state }: SavedViewsProps & { readonly hold: MenuHold }) => {
  const universe = useUniverse()
  const { data, error } = useQuery(savedViewsQuery(universe, screen))
  // Drawn closed once: the kit notes where the focus returns to when a panel goes from closed to open.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  const [name, setName] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const shown = queryOf(state.values)
  const views = data?.items ?? []
  const same = views.find((view) => view.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase())

  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const text = name.trim()
    if (!text) return setFault(m.views_name_required())
    setSaving(true)
    setFault(null)
    try {
      if (same) await call(updateSavedView, { params: { universe, view: same.id }, body: { name: same.name, query: shown } })
      else await call(createSavedView, { params: { universe }, body: { screen, name: text, query: shown } })
      setName('')
    } catch (refusal) {
      setFault(isProblem(refusal, 'conflict') ? m.views_too_many() : problemMessage(refusal))
    } finally {
      setSaving(false)
      await refresh()
    }
  }

  return (
    <Popover id={hold.id} position="bottom-end" shadow="md" width={320} trapFocus opened={ready && hold.opened} onChange={hold.onChange}>
      <Popover.Target>
        <Place button={hold.button} />
      </Popover.Target>
      <Popover.Dropdown aria-label={m.views_title()}>
        <Stack gap="sm">
          {error ? (
            <Text role="alert" fz="sm">
              {problemMessage(error)}
            </Text>
          ) : null}
          {data && views.length === 0 ? (
            <Text fz="sm" c="dimmed">
              {m.views_none()}
            </Text>
          ) : null}
          {views.length > 0 ? (
            <ul className={classes.views}>
              {views.map((view) => (
                <ViewRow
                  key={view.id}
                  view={view}
                  isShown={queryOf(valuesOf(view.query)) === shown}
                  onShow={() => {
                    state.show(valuesOf(view.query))
                    hold.onChange(false)
                  }}
                />
              ))}
            </ul>
          ) : null}
          <form onSubmit={(event) => void keep(event)} noValidate className={classes.keep}>
            <TextInput
              label={m.views_keep()}
              description={m.views_keep_hint()}
              placeholder={m.views_name()}
              maxLength={60}
              value={name}
              error={fault}
              onChange={(event) => {
                setName(event.currentTarget.value)
                setFault(null)
              }}
            />
            <Group justify="flex-end">
              <Button type="submit" size="xs" loading={isSaving} leftSection={<IconDeviceFloppy size={16} stroke={1.6} />}>
                {same ? m.views_replace() : m.views_save()}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
