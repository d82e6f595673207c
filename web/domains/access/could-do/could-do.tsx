import { Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { couldDo, type GivingRight } from '#api/access/could-do'
import * as m from '#messages/access'
import { universeLabel } from '../../../app/universe-labels.ts'
import classes from './could-do.module.css'
import { couldText, placeText } from './could-words.ts'

interface CouldDoProps {
  readonly held: readonly GivingRight[]
  /** « Administrateur tout Univers »: nothing is listed. */
  readonly everything?: boolean
  /** Said where there is nothing. */
  readonly nothing: string
  /** It changes under the eyes: what comes and goes is said, politely. */
  readonly isLive?: boolean
}

/** What came or went since the last look, in one sentence. */
const useChangesSaid = (texts: readonly string[]): string => {
  const [said, say] = useState('')
  const before = useRef(texts)
  const now = texts.join('\n')
  useEffect(() => {
    const here = now === '' ? [] : now.split('\n')
    const more = here.filter((text) => !before.current.includes(text))
    const less = before.current.filter((text) => !here.includes(text))
    before.current = here
    if (more.length + less.length === 0) return
    say(
      [more.length > 0 && m.access_could_more({ what: more.join(', ') }), less.length > 0 && m.access_could_less({ what: less.join(', ') })]
        .filter(Boolean)
        .join(' '),
    )
  }, [now])
  return said
}

/** « Cette personne pourra… »: what rights let do, in plain words, by place. */
export const CouldDo = ({ held, everything = false, nothing, isLive = false }: CouldDoProps) => {
  const groups = everything ? [] : couldDo(held)
  const isOneUniverse = new Set(groups.map(({ universe }) => universe)).size < 2
  const said = useChangesSaid(
    everything ? [m.access_could_everything()] : groups.flatMap((group) => group.templates.map((template) => couldText(group, template))),
  )
  return (
    <>
      {everything ? <Text>{m.access_could_everything()}</Text> : null}
      {!everything && groups.length === 0 ? <Text c="dimmed">{nothing}</Text> : null}
      {groups.map((group) => (
        <div key={`${group.universe} ${group.sites?.map(({ id }) => id).join(' ') ?? ''}`}>
          <p className={classes.place}>
            {isOneUniverse
              ? placeText(group)
              : m.access_could_universe({ universe: universeLabel(group.universe), place: placeText(group) })}
          </p>
          <ul className={classes.list}>
            {group.templates.map((template) => (
              <li key={template}>
                <IconCheck size={15} stroke={2} aria-hidden />
                <span>{couldText(group, template)}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isLive ? (
        <p className="visually-hidden" aria-live="polite">
          {said}
        </p>
      ) : null}
    </>
  )
}
