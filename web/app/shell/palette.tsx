import { Loader, Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowRight, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import * as m from '#messages/shell'
import { gather } from '../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { modulesFor } from '../modules.ts'
import classes from './palette.module.css'
import { closeOverlay } from './palette-state.ts'
import { type HitLink, search, searchKind } from './search.ts'

interface Item {
  readonly key: string
  readonly label: string
  readonly sublabel: string
  readonly link: HitLink
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Ctrl K: pages of the menu and objects of the universe, by reference or name; a combobox that keeps the focus in its field. */
export const Palette = () => {
  const session = useSession()
  const universe = useUniverse()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const [query] = useDebouncedValue(typed.trim(), 120)
  const hits = useQuery({
    ...gather('search', 'found', { universe, query }, (signal) => search(universe, query, signal)),
    enabled: query.length >= 2,
    placeholderData: keepPreviousData,
  })

  const pages: Item[] = modulesFor(session, universe)
    .flatMap((module) =>
      module.entries.map((entry) => ({
        key: entry.key,
        label: entry.label(),
        sublabel: module.label(),
        link: { to: entry.to, params: { universe } },
      })),
    )
    .filter((page) => fold(`${page.label} ${page.sublabel}`).includes(fold(typed.trim())))
  const found: Item[] = (query.length >= 2 ? (hits.data ?? []) : []).flatMap((hit) => {
    const kind = searchKind(hit.kind)
    if (!kind) return []
    // An id says nothing to a person: the company's reference stands for it.
    const reference = /^[\da-f]{8}-/.test(hit.reference) ? hit.companyReference : hit.reference
    // An offer has no other second line than its code, which is its reference.
    const sublabel = [...new Set([kind.label(), reference, hit.sublabel])].filter(Boolean).join(' · ')
    return [
      { key: `${hit.kind} ${hit.reference}`, label: hit.label, sublabel, link: kind.linkOf(universe, hit, session.company.reference) },
    ]
  })
  const items = [...found, ...pages]
  const current = Math.min(active, Math.max(0, items.length - 1))

  const open = (item: Item | undefined) => {
    if (!item) return
    closeOverlay()
    void navigate(item.link)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (event.key === 'Enter') open(items[current])
    else if (step && items.length > 0) setActive((current + step + items.length) % items.length)
    else return
    event.preventDefault()
  }
  const isSearching = query !== typed.trim() || hits.isFetching

  return (
    <Modal
      opened
      onClose={closeOverlay}
      withCloseButton={false}
      padding={0}
      size={600}
      centered={false}
      yOffset="10vh"
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
          placeholder={m.shell_search_hint()}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
        />
        {isSearching && typed.trim().length >= 2 ? <Loader size={16} aria-hidden /> : null}
      </div>
      <div id="palette-list" role="listbox" aria-label={m.shell_search()} className={classes.list}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys of the whole list
          <div
            key={item.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes.item}
            onClick={() => open(item)}
            onMouseMove={() => setActive(index)}
            ref={index === current ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
          >
            <span className={classes.label}>{item.label}</span>
            <span className={classes.sublabel}>{item.sublabel}</span>
            <IconArrowRight size={16} stroke={1.6} aria-hidden className={classes.arrow} />
          </div>
        ))}
      </div>
      {items.length === 0 && !isSearching ? <p className={classes.nothing}>{m.shell_search_empty({ query: typed.trim() })}</p> : null}
      <p className="visually-hidden" role="status">
        {isSearching ? '' : m.shell_search_results({ count: items.length })}
      </p>
      <p className={classes.foot}>{m.shell_search_keys()}</p>
    </Modal>
  )
}
