import { cloneElement, type ReactElement, type RefAttributes, useEffect, useId, useRef, useState } from 'react'
import { late } from '../kit/late.tsx'

const { Late: KitHint } = late(async () => (await import('./kit-hint.tsx')).KitHint)

interface TargetProps extends RefAttributes<HTMLElement> {
  readonly 'aria-describedby'?: string | undefined
  readonly onPointerEnter?: () => void
  readonly onPointerLeave?: () => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onKeyDown?: (event: React.KeyboardEvent) => void
}

export interface HintProps {
  readonly label: string
  /** Several lines, at most so wide. */
  readonly maw?: number
  readonly delayMilliseconds?: number
  readonly children: ReactElement<TargetProps>
}

/** A few words over a button, on hover or focus. What places them is loaded the first time; the button stays the same element. */
export const Hint = ({ label, maw, delayMilliseconds = 300, children }: HintProps) => {
  const id = useId()
  const target = useRef<HTMLElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isShown, setShown] = useState(false)
  const show = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => setShown(true), delayMilliseconds)
  }
  const hide = () => {
    clearTimeout(timer.current)
    setShown(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <>
      {cloneElement(children, {
        ref: target,
        'aria-describedby': isShown ? id : undefined,
        onPointerEnter: show,
        onPointerLeave: hide,
        onFocus: show,
        onBlur: hide,
        onKeyDown: (event) => {
          if (event.key === 'Escape') hide()
        },
      })}
      {isShown ? <KitHint id={id} target={target} label={label} maw={maw} /> : null}
    </>
  )
}
