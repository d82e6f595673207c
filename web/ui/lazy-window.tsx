import { type ComponentType, lazy, Suspense } from 'react'

/** A drawer or a dialog whose code, its form's fields included, is loaded when it opens rather than with its page. */
export const lazyWindow = <P extends object>(load: () => Promise<ComponentType<P>>) => {
  const Window = lazy(async () => ({ default: await load() })) as unknown as ComponentType<P>
  return (props: P) => (
    <Suspense fallback={null}>
      <Window {...props} />
    </Suspense>
  )
}
