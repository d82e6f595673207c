import { useLayoutEffect, useState } from 'react'
import { isProblem } from '../../platform/problem.ts'

/** Seconds still to wait after a refusal that says how long (`retryAfterSeconds`); counts down to 0. */
export const useWait = (error: unknown): number => {
  const seconds = isProblem(error) ? (error.retryAfterSeconds ?? 0) : 0
  const [left, setLeft] = useState(0)
  useLayoutEffect(() => {
    // The clock of the device may be set while it counts; this one only moves forward.
    const end = performance.now() + seconds * 1000
    const tick = () => {
      const next = Math.max(0, Math.ceil((end - performance.now()) / 1000))
      setLeft(next)
      if (next === 0) clearInterval(timer)
    }
    const timer = setInterval(tick, 250)
    tick()
    return () => clearInterval(timer)
  }, [seconds])
  return left
}
