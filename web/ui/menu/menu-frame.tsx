import { Menu, type MenuProps } from '@mantine/core'
import { type ReactNode, type Ref, type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { MenuHold } from './lazy-menu.tsx'

/** Hands the kit a button that stands elsewhere: the kit only knows targets that it draws itself. */
export const Place = ({ button, ref }: { readonly button: RefObject<HTMLElement | null>; readonly ref?: Ref<HTMLElement> }) => {
  useLayoutEffect(() => {
    if (typeof ref !== 'function') return
    const undo = ref(button.current)
    return () => {
      if (typeof undo === 'function') undo()
      else ref(null)
    }
  }, [button, ref])
  return null
}

interface MenuFrameProps extends Pick<MenuProps, 'width' | 'position' | 'closeOnItemClick'> {
  readonly hold: MenuHold
  readonly children: ReactNode
}

/** The panel of a `lazyMenu`, around its items. */
export const MenuFrame = ({ hold, children, ...props }: MenuFrameProps) => {
  // Drawn closed once: the kit notes where the focus returns to when a menu goes from closed to open.
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <Menu {...props} id={hold.id} opened={ready && hold.opened} onChange={hold.onChange}>
      <Menu.Target>
        <Place button={hold.button} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
