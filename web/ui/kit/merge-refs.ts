import { type Ref, type RefCallback, useMemo } from 'react'

/**
 * One ref for several. The kit's scrolling area takes this from the library that places menus, and with it the whole of that library would come
 * with every table; the build gives it this one (scripts/site/lighter-kit.ts).
 */
export const useMergeRefs = <T>(refs: readonly (Ref<T> | undefined)[]): RefCallback<T> | null =>
  useMemo(() => {
    if (refs.every((ref) => !ref)) return null
    return (value) => {
      const undone = refs.map((ref) => {
        if (typeof ref === 'function') return ref(value) ?? (() => ref(null))
        if (ref) ref.current = value
        return () => {
          if (ref) ref.current = null
        }
      })
      return () => {
        for (const undo of undone) undo()
      }
    }
    // biome-ignore lint/correctness/useExhaustiveDependencies: the refs themselves are what it depends on, as many at each call.
  }, refs)
