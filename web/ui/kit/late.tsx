import { type ComponentType, type ReactNode, useEffect, useReducer, useState } from 'react'

export interface Late<P> {
  /** Draws the component, or `meanwhile` until its code is there. */
  readonly Late: (props: P & { readonly meanwhile?: ReactNode }) => ReactNode
  /** Loads the code ahead: the component is then drawn at once. */
  readonly prepare: () => void
  readonly isReady: () => boolean
}

/**
 * A component whose code comes after the page. React's own `lazy` keeps what it put in the place of missing code for a third of a second, even when
 * the code was there all along: a menu would open that late, and the keys pressed meanwhile would go elsewhere.
 */
export const late = <P extends object>(load: () => Promise<ComponentType<P>>): Late<P> => {
  let Loaded: ComponentType<P> | undefined
  let loading: Promise<unknown> | undefined
  const begin = () => {
    loading ??= load().then(
      (component) => {
        Loaded = component
      },
      (error: unknown) => {
        loading = undefined
        throw error
      },
    )
    return loading
  }
  return {
    prepare: () => void begin().catch(() => undefined),
    isReady: () => Loaded !== undefined,
    Late: ({ meanwhile = null, ...props }) => {
      const [, draw] = useReducer((times: number) => times + 1, 0)
      const [failure, fail] = useState<{ readonly error: unknown } | null>(null)
      useEffect(() => {
        if (Loaded) return
        let isHere = true
        begin().then(
          () => isHere && draw(),
          (error: unknown) => isHere && fail({ error }),
        )
        return () => {
          isHere = false
        }
      }, [])
      // As `lazy` does: what surrounds the page says that it cannot be shown.
      if (failure) throw failure.error
      return Loaded ? <Loaded {...(props as unknown as P)} /> : meanwhile
    },
  }
}
