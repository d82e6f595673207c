import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core'
import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

export type Native<P> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P> & { readonly ref?: Ref<HTMLAnchorElement> }

/** Links of the router in the clothes of the kit: same props as `Link` (`to`, `params`, `search`) and as the component. */
export const AnchorLink = createLink((props: AnchorProps & Native<AnchorProps>) => <Anchor {...props} />)
export const ButtonLink = createLink((props: ButtonProps & Native<ButtonProps>) => <Button component="a" {...props} />)
