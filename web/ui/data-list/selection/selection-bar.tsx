import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { bulkAtMost, pickedAtMost } from '#api/bulk'
import type { ItemOf } from '#api/list'
import * as m from '#messages/lists'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { notifyProblem } from '../../notify.tsx'
import type { DataListProps } from '../data-list-types.ts'
import type { AnyList } from '../list-search.ts'
import type { BulkOffer } from './bulk-types.ts'
import classes from './selection.module.css'
import type { Selection } from './use-selection.ts'

interface SelectionBarProps<E extends AnyList> extends Pick<DataListProps<E>, 'params' | 'asked' | 'rowKey' | 'rowLabel'> {
  readonly acts: readonly BulkOffer<E>[]
  readonly selection: Selection<ItemOf<E>>
  /** How many the filter keeps; null where nobody counts. */
  readonly total: number | null
  readonly onStarted: (run: string) => void
}

/** What is picked, and what may be done with it: floats over the list, on a phone at the bottom of the screen. */
export const SelectionBar = <E extends AnyList>({ acts, selection, total, onStarted, ...list }: SelectionBarProps<E>) => {
  const [busy, setBusy] = useState<string | null>(null)
  const picked = [...selection.rows.values()]
  const targetsOf = ({ isFor }: BulkOffer<E>) => (isFor ? picked.filter(isFor) : picked)
  const start = async (act: BulkOffer<E>) => {
    const targets = targetsOf(act)
    const given = act.ask ? await act.ask(selection.isAll ? total : targets.length) : {}
    if (given === null) return
    setBusy(act.endpoint.bulk.name)
    const { sort: _sort, cursor: _cursor, language: _language, ...filter } = list.asked as Readonly<Record<string, unknown>>
    const items = targets.slice(0, pickedAtMost).map((row) => ({
      key: (act.keyOf ?? list.rowKey)(row),
      label: list.rowLabel(row).slice(0, 200) || list.rowKey(row),
      seen: act.seen?.(row) ?? null,
    }))
    try {
      const { run } = (await call(act.endpoint, {
        params: list.params as never,
        body: { ...given, ...(selection.isAll ? { filter } : { items }) } as never,
        idempotencyKey: newIdempotencyKey(),
      } as never)) as { run: string }
      selection.clear()
      onStarted(run)
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(null)
    }
  }
  const isTooMany = selection.isAll ? (total ?? 0) > bulkAtMost : picked.length > pickedAtMost
  return (
    <section className={`${classes.bar} no-print`} aria-label={m.lists_selection()}>
      <span className={classes.count} role="status">
        {selection.isAll
          ? total === null
            ? m.lists_picked_all()
            : m.lists_picked_all_count({ count: total })
          : m.lists_picked({ count: picked.length })}
      </span>
      {selection.isAll ? null : (
        <Button size="xs" variant="transparent" onClick={selection.pickAll}>
          {m.lists_pick_all()}
        </Button>
      )}
      <span className={classes.separator} aria-hidden />
      {acts.map((act) => {
        const count = selection.isAll ? null : targetsOf(act).length
        return (
          <Button
            key={act.endpoint.bulk.name}
            size="xs"
            variant="filled"
            color={act.danger ? 'red' : undefined}
            leftSection={act.icon}
            loading={busy === act.endpoint.bulk.name}
            disabled={isTooMany || count === 0 || busy !== null}
            title={
              isTooMany
                ? m.lists_too_many({ count: selection.isAll ? bulkAtMost : pickedAtMost })
                : count === 0
                  ? m.lists_act_for_none()
                  : undefined
            }
            onClick={() => void start(act)}
          >
            {count === null || count === picked.length ? act.label : m.lists_act_for({ act: act.label, count })}
          </Button>
        )
      })}
      <ActionIcon size={30} variant="transparent" onClick={selection.clear} aria-label={m.lists_pick_none()}>
        <IconX size={16} />
      </ActionIcon>
    </section>
  )
}
