import { type ComponentType, lazy, type ReactNode, Suspense } from 'react'

/** A drawer or a dialog whose code, its form's fields included, is loaded when it opens rather than with its page; `meanwhile` keeps its place. */
export const lazyWindow = <P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null) => {
  const Window = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  return (props: P) => (
    <Suspense fallback={meanwhile}>
      <Window {...props} />
    </Suspense>
  )
}
