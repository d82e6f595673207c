import { ActionIcon, Tooltip } from '@mantine/core'
import { IconStar, IconStarFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { KeptKind } from '#api/search/search'
import * as m from '#messages/shell'
import { useSession, useUniverse } from '../../platform/session.ts'
import { keepFavourite, keptQuery, remember } from './kept.ts'

interface KeptMarkProps {
  readonly kind: KeptKind
  readonly reference: string
}

/** On the page of an object, once it is there: it was opened, and may be kept among the favourites. */
export const KeptMark = ({ kind, reference }: KeptMarkProps) => {
  const universe = useUniverse()
  const session = useSession()
  const isOwn = session.viewAs === null
  const { data = [] } = useQuery({ ...keptQuery(universe, session), enabled: isOwn })
  const [pressed, press] = useState<boolean | null>(null)
  useEffect(() => {
    if (isOwn) remember(universe, { kind, reference })
  }, [universe, kind, reference, isOwn])
  if (!isOwn) return null
  const favourite = pressed ?? data.some((hit) => hit.favourite && hit.kind === kind && hit.reference === reference)
  const toggle = async () => {
    press(!favourite)
    await keepFavourite(universe, { kind, reference }, !favourite)
    press(null)
  }
  const Star = favourite ? IconStarFilled : IconStar
  return (
    <Tooltip label={favourite ? m.shell_favourite_remove() : m.shell_favourite_add()}>
      <ActionIcon
        size={30}
        className="no-print"
        color={favourite ? 'petrol' : 'gray'}
        aria-label={m.shell_favourite()}
        aria-pressed={favourite}
        disabled={pressed !== null}
        onClick={toggle}
      >
        <Star size={18} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
