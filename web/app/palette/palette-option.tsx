import { IconStar, IconStarFilled } from '@tabler/icons-react'
import * as m from '#messages/shell'
import classes from './palette.module.css'
import type { PaletteItem } from './palette-groups.ts'

interface PaletteOptionProps {
  readonly id: string
  readonly item: PaletteItem
  readonly isActive: boolean
  readonly onOpen: () => void
  readonly onPoint: () => void
  /** Null: it is not something that one keeps. */
  readonly onKeep: (() => void) | null
}

/** A line of the palette. The field keeps the focus and handles the keys of the whole list: the star is for the pointer. */
export const PaletteOption = ({ id, item, isActive, onOpen, onPoint, onKeep }: PaletteOptionProps) => {
  const { icon: Glyph, label, sublabel, favourite = false } = item
  const Star = favourite ? IconStarFilled : IconStar
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and handles the keys of the whole list
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={classes.item}
      onClick={onOpen}
      onMouseMove={onPoint}
      ref={isActive ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
    >
      <Glyph size={18} stroke={1.6} aria-hidden className={classes.glyph} />
      <span className={classes.label}>{label}</span>
      {sublabel ? <span className={classes.sublabel}>{sublabel}</span> : null}
      {favourite ? <span className="visually-hidden">, {m.shell_favourite()}</span> : null}
      {onKeep ? (
        <span
          aria-hidden
          className={classes.star}
          data-favourite={favourite || undefined}
          title={favourite ? m.shell_favourite_remove() : m.shell_favourite_add()}
          onClick={(event) => {
            event.stopPropagation()
            onKeep()
          }}
        >
          <Star size={18} stroke={1.6} />
        </span>
      ) : null}
    </div>
  )
}
