import { Loader, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import * as m from '#messages/shell'
import { gather } from '../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { closeOverlay } from '../shell/palette-state.ts'
import { verbIn } from './actions.ts'
import { keepFavourite, keptQuery } from './kept.ts'
import classes from './palette.module.css'
import { type PaletteItem, paletteGroups } from './palette-groups.ts'
import { PaletteOption } from './palette-option.tsx'
import { search } from './search.ts'

/** Below, everything would be found. */
const shortest = 2

/** What answers to what was typed, and whether more may still come. */
const usePaletteGroups = (typed: string) => {
  const session = useSession()
  const universe = useUniverse()
  const act = verbIn(session, universe, typed)
  const wanted = act ? act.rest : typed
  const [query] = useDebouncedValue(wanted, 120)
  const isAsking = query.length >= shortest
  const hits = useQuery({
    ...gather('search', 'found', { universe, query }, (signal) => search(universe, query, signal)),
    enabled: isAsking,
    placeholderData: keepPreviousData,
  })
  // Opened on another device a moment ago, or lost from sight: read again each time the palette opens.
  const kept = useQuery({ ...keptQuery(universe, session), staleTime: 0 }).data ?? []
  const verb = act?.verb
  const objects =
    useQuery({
      ...gather('search', 'objects', { universe, verb: verb?.key }, async () => (await verb?.objects(universe)) ?? []),
      enabled: verb !== undefined,
    }).data ?? []
  return {
    groups: paletteGroups({ session, universe, typed, act, objects, kept, hits: isAsking && wanted !== '' ? (hits.data ?? []) : [] }),
    isSearching: wanted.length >= shortest && (query !== wanted || hits.isFetching),
  }
}

/**
 * Ctrl K: what the person keeps and opened last, what the universe finds by reference or name, what they may do, and pages of the menu. A combobox
 * that keeps the focus in its field.
 */
export const Palette = () => {
  const session = useSession()
  const universe = useUniverse()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState<string | null>(null)
  const [said, say] = useState('')
  const { groups, isSearching } = usePaletteGroups(typed.trim())
  const items = groups.flatMap((group) => group.items)
  // By its key: what is found later must not change what is chosen.
  const current = Math.max(
    0,
    items.findIndex(({ key }) => key === active),
  )

  const open = (item: PaletteItem | undefined) => {
    if (!item) return
    closeOverlay()
    void navigate(item.link)
  }
  const keep = async ({ hit, label, favourite = false }: PaletteItem) => {
    if (!hit || session.viewAs !== null || !(await keepFavourite(universe, hit, !favourite))) return
    say(favourite ? m.shell_favourite_removed({ name: label }) : m.shell_favourite_added({ name: label }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const item = items[current]
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') open(item)
    else if (step && items.length > 0) setActive(items[(current + step + items.length) % items.length]?.key ?? null)
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      if (item) void keep(item)
    } else return
    event.preventDefault()
  }

  return (
    <Modal
      opened
      onClose={closeOverlay}
      withCloseButton={false}
      padding={0}
      size={640}
      centered={false}
      yOffset="min(10vh, 88px)"
      attributes={{ content: { 'aria-label': m.shell_search() } }}
    >
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.8} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-expanded={items.length > 0}
          aria-controls="palette-list"
          aria-activedescendant={items.length > 0 ? `palette-${current}` : undefined}
          aria-label={m.shell_search()}
          aria-autocomplete="list"
          aria-keyshortcuts="Control+D"
          placeholder={m.shell_search_hint()}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(null)
            say('')
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
        {isSearching ? <Loader size={16} aria-hidden /> : null}
      </div>
      <div id="palette-list" role="listbox" aria-label={m.shell_search()} className={classes.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no fieldset is
          <div key={group.key} role="group" aria-label={group.label}>
            <div className={classes.group} aria-hidden>
              {group.label}
            </div>
            {group.items.map((item) => {
              const index = items.indexOf(item)
              return (
                <PaletteOption
                  key={item.key}
                  id={`palette-${index}`}
                  item={item}
                  isActive={index === current}
                  onOpen={() => open(item)}
                  onPoint={() => setActive(item.key)}
                  onKeep={item.hit && session.viewAs === null ? () => void keep(item) : null}
                />
              )
            })}
          </div>
        ))}
      </div>
      {items.length === 0 && !isSearching ? <p className={classes.nothing}>{m.shell_search_empty({ query: typed.trim() })}</p> : null}
      <p className="visually-hidden" role="status">
        {said || (isSearching ? '' : m.shell_search_results({ count: items.length }))}
      </p>
      <p className={classes.foot}>{m.shell_search_keys()}</p>
    </Modal>
  )
}
