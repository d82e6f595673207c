import { type ComponentType, cloneElement, type ReactElement, type RefAttributes, type RefObject, useId, useRef, useState } from 'react'
import { late } from '../kit/late.tsx'

/** What a panel gets from its button: `MenuFrame` needs all of it. */
export interface MenuHold {
  readonly id: string
  readonly button: RefObject<HTMLButtonElement | null>
  readonly opened: boolean
  readonly onChange: (opened: boolean) => void
}

interface ButtonProps extends RefAttributes<HTMLButtonElement> {
  readonly id?: string
  readonly 'aria-haspopup'?: 'menu' | 'dialog'
  readonly 'aria-expanded'?: boolean
  readonly 'aria-controls'?: string | undefined
  readonly 'data-expanded'?: true | undefined
  readonly onPointerEnter?: () => void
  readonly onFocus?: () => void
  readonly onBlur?: () => void
  readonly onClick?: () => void
}

export interface LazyMenuProps {
  readonly button: ReactElement<ButtonProps>
}

/**
 * A menu whose panel is loaded when the pointer or the keyboard comes to its button: menus and what places them weigh more than many a page.
 * The button is there from the start and stays the same element. `dialog` = a panel that is no list of acts.
 */
export const lazyMenu = <P extends object>(
  load: () => Promise<ComponentType<P & { readonly hold: MenuHold }>>,
  kind: 'menu' | 'dialog' = 'menu',
) => {
  const { Late: Panel, prepare, isReady } = late(load)

  return ({ button, ...props }: LazyMenuProps & P) => {
    const id = useId()
    const node = useRef<HTMLButtonElement>(null)
    const [opened, setOpened] = useState(false)
    const [wanted, setWanted] = useState(false)
    const toggle = () => {
      setWanted(true)
      setOpened(!opened)
    }
    return (
      <>
        {cloneElement(button, {
          ref: node,
          id,
          'aria-haspopup': kind,
          'aria-expanded': opened,
          'aria-controls': opened ? `${id}-dropdown` : undefined,
          'data-expanded': opened || undefined,
          onPointerEnter: prepare,
          onFocus: prepare,
          onClick: toggle,
          // Who goes on before the panel is there wants it no more: it would take the focus back.
          onBlur: () => {
            if (!isReady()) setOpened(false)
          },
        })}
        {wanted ? <Panel {...(props as unknown as P)} hold={{ id, button: node, opened, onChange: setOpened }} /> : null}
      </>
    )
  }
}
