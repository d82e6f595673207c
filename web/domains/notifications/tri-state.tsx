import classes from './tri-state.module.css'

export type Tri = 'on' | 'off' | 'some'

interface TriStateProps {
  readonly value: Tri
  readonly label: string
  readonly onToggle: (on: boolean) => void
  readonly readOnly?: boolean
  readonly tabIndex?: number
  /** Place in a grid, for the arrow keys. */
  readonly cell?: string
}

// Only a script can say « some »: by the ref, so that a box costs no effect.
const half = (box: HTMLInputElement | null): void => {
  if (box) box.indeterminate = true
}
const whole = (box: HTMLInputElement | null): void => {
  if (box) box.indeterminate = false
}

/** A box of a large matrix: the browser's own, so that thousands stay fluid. */
export const TriState = ({ value, label, onToggle, readOnly, tabIndex, cell }: TriStateProps) => {
  return (
    <input
      ref={value === 'some' ? half : whole}
      type="checkbox"
      className={classes.box}
      aria-label={label}
      aria-disabled={readOnly || undefined}
      checked={value === 'on'}
      tabIndex={tabIndex}
      data-cell={cell}
      onChange={() => (readOnly ? undefined : onToggle(value !== 'on'))}
    />
  )
}
