import { type ComponentType, lazy, Suspense } from 'react'

/**
 * A part of a page whose file is loaded when it is first drawn: what opens over the page, a tab that is not shown yet. Nothing stands in for it
 * meanwhile. It has the component's own type, generic ones too.
 */
export const lazyPart = <N extends string, C>(load: () => Promise<{ readonly [name in N]: C }>, name: N): C => {
  const Part = lazy(async () => ({ default: (await load())[name] as ComponentType<object> }))
  const Loaded = (props: object) => (
    <Suspense fallback={null}>
      <Part {...props} />
    </Suspense>
  )
  return Loaded as C
}
