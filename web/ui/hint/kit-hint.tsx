import { Tooltip } from '@mantine/core'
import type { RefObject } from 'react'

interface KitHintProps {
  readonly id: string
  readonly target: RefObject<HTMLElement | null>
  readonly label: string
  readonly maw: number | undefined
}

/** Mounted while the hint shows. */
export const KitHint = ({ id, target, label, maw }: KitHintProps) => (
  <Tooltip opened id={id} target={target} label={label} {...(maw === undefined ? {} : { multiline: true, maw })} />
)
