import type { ModalProps } from '@mantine/core'
import { lazy, Suspense, useRef } from 'react'

const KitWindow = lazy(async () => ({ default: (await import('./kit-window.tsx')).KitWindow }))

/** A window over the page; what draws it is loaded the first time that one opens. Pages take this and never the kit's own. */
export const Window = (props: ModalProps) => {
  const wasOpened = useRef(false)
  wasOpened.current ||= props.opened
  return wasOpened.current ? (
    <Suspense fallback={null}>
      <KitWindow {...props} />
    </Suspense>
  ) : null
}
