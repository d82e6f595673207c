import { ActionIcon, Button, Checkbox, Group, Popover, Stack, Text, TextInput } from '@mantine/core'
import { IconBookmark, IconCheck, IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { createSavedView, deleteSavedView, type SavedView, updateSavedView } from '#api/identity/views/saved-views'
import * as common from '#messages/common'
import * as m from '#messages/views'
import { call } from '../../../platform/call.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { useUniverse } from '../../../platform/session.ts'
import { SubmitButton } from '../../acts/submit-button.tsx'
import { confirm } from '../../confirm-dialog.tsx'
import { notifyProblem } from '../../notify.tsx'
import type { ListState } from '../use-list-state.ts'
import classes from './saved-views.module.css'
import { queryOf, savedViewsQuery, valuesOf } from './views.queries.ts'

interface ViewRowProps {
  readonly view: SavedView
  readonly isShown: boolean
  readonly onShow: () => void
}

const ViewRow = ({ view, isShown, onShow }: ViewRowProps) => {
  const universe = useUniverse()
  const forget = async () => {
    const agreed = await confirm({
      title: m.views_delete_title({ name: view.name }),
      ...(view.shared ? { message: m.views_delete_shared() } : {}),
      confirmLabel: m.views_delete(),
      danger: true,
    })
    if (!agreed) return
    await call(deleteSavedView, { params: { universe, view: view.id } }).catch(notifyProblem)
  }
  return (
    <li className={classes.row}>
      <button type="button" className={classes.view} aria-pressed={isShown} onClick={onShow}>
        <span className={classes.name}>{view.name}</span>
        {isShown ? <IconCheck size={16} stroke={2} aria-hidden /> : null}
      </button>
      {view.abilities.edit ? (
        <ActionIcon size={30} onClick={() => void forget()} aria-label={m.views_delete_it({ name: view.name })}>
          <IconTrash size={16} stroke={1.6} />
        </ActionIcon>
      ) : null}
    </li>
  )
}

interface KeepFormProps {
  readonly screen: string
  readonly views: readonly SavedView[]
  readonly mayShare: boolean
  readonly shown: string
  readonly onKept: () => void
}

/** Keeps what is shown under a name, in place of the view that has it already. */
const KeepForm = ({ screen, views, mayShare, shown, onKept }: KeepFormProps) => {
  const universe = useUniverse()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const same = views.find(
    (view) => view.shared === shared && view.name.toLocaleLowerCase() === name.trim().toLocaleLowerCase() && view.abilities.edit,
  )
  const keep = async (event: FormEvent) => {
    event.preventDefault()
    const text = name.trim()
    if (!text) return setFault(m.views_name_required())
    setSaving(true)
    setFault(null)
    try {
      if (same) await call(updateSavedView, { params: { universe, view: same.id }, body: { name: same.name, query: shown, shared } })
      else await call(createSavedView, { params: { universe }, body: { screen, name: text, query: shown, shared } })
      setName('')
      onKept()
    } catch (refusal) {
      setFault(isProblem(refusal, 'conflict') ? m.views_too_many() : problemMessage(refusal))
    } finally {
      setSaving(false)
    }
  }
  return (
    <form onSubmit={(event) => void keep(event)} noValidate className={classes.keep}>
      <TextInput
        label={m.views_name()}
        description={m.views_keep_hint()}
        maxLength={60}
        value={name}
        error={fault}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setFault(null)
        }}
      />
      {mayShare ? <Checkbox label={m.views_share()} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} /> : null}
      <Group justify="flex-end">
        <SubmitButton size="xs" loading={isSaving} leftSection={<IconDeviceFloppy size={16} stroke={1.6} />}>
          {same ? m.views_replace() : m.views_save()}
        </SubmitButton>
      </Group>
    </form>
  )
}

interface SavedViewsProps {
  readonly screen: string
  readonly state: ListState
  /** At the end of the tabs that show the views: in words, and without them. */
  readonly inTabs?: boolean
}

/** The views of a list, one's own and one's company's: shows one, keeps what is shown under a name, replaces or forgets one. */
export const SavedViews = ({ screen, state, inTabs }: SavedViewsProps) => {
  const universe = useUniverse()
  const [opened, open] = useState(false)
  const { data, error } = useQuery({ ...savedViewsQuery(universe, screen), enabled: opened })
  const shown = queryOf(state.values)
  const views = data?.items ?? []
  const group = (title: string, ofGroup: readonly SavedView[]) =>
    ofGroup.length === 0 ? null : (
      <div>
        <Text fz="xs" c="dimmed" fw={500}>
          {title}
        </Text>
        <ul className={classes.views}>
          {ofGroup.map((view) => (
            <ViewRow
              key={view.id}
              view={view}
              isShown={queryOf(valuesOf(view.query)) === shown}
              onShow={() => {
                state.show(valuesOf(view.query))
                open(false)
              }}
            />
          ))}
        </ul>
      </div>
    )
  return (
    <Popover position="bottom-end" shadow="md" width={320} trapFocus returnFocus opened={opened} onChange={open}>
      <Popover.Target>
        {inTabs ? (
          <Button
            size="compact-sm"
            variant="subtle"
            color="gray"
            leftSection={<IconBookmark size={16} stroke={1.6} aria-hidden />}
            className={classes.keeper}
            onClick={() => open(!opened)}
          >
            {m.views_keep()}
          </Button>
        ) : (
          <ActionIcon variant="default" size={36} aria-label={common.list_views()} onClick={() => open(!opened)}>
            <IconBookmark size={17} stroke={1.6} />
          </ActionIcon>
        )}
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
          {group(
            m.views_mine(),
            views.filter(({ shared }) => !shared),
          )}
          {group(
            m.views_of_company(),
            views.filter(({ shared }) => shared),
          )}
          <KeepForm screen={screen} views={views} mayShare={data?.abilities.share ?? false} shown={shown} onKept={() => open(false)} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
