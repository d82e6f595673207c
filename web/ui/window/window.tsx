import type { ModalProps } from '@mantine/core'
import { useRef } from 'react'
import { late } from '../kit/late.tsx'

const { Late: KitWindow } = late(async () => (await import('./kit-window.tsx')).KitWindow)

/** A window over the page; what draws it is loaded the first time that one opens. Pages take this and never the kit's own. */
export const Window = (props: ModalProps) => {
  const wasOpened = useRef(false)
  wasOpened.current ||= props.opened
  return wasOpened.current ? <KitWindow {...props} /> : null
}
