import { Menu, type MenuItemProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { Native } from '../links.tsx'

/** A page as an item of a menu: same props as `Link` and as `Menu.Item`. */
export const MenuItemLink = createLink((props: MenuItemProps & Native<MenuItemProps>) => <Menu.Item component="a" {...props} />)
