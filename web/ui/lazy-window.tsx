import type { ComponentType, ReactNode } from 'react'
import { late } from './kit/late.tsx'

/** A drawer or a dialog whose code, its form's fields included, is loaded when it opens rather than with its page; `meanwhile` keeps its place. */
export const lazyWindow = <P extends object>(load: () => Promise<ComponentType<P>>, meanwhile: ReactNode = null) => {
  const { Late } = late(load)
  return (props: P) => <Late {...props} meanwhile={meanwhile} />
}
