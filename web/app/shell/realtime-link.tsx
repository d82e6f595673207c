import { useRealtime } from '../../platform/realtime.ts'

/** Keeps what is on screen up to date; draws nothing, and comes after the page. */
export const RealtimeLink = () => {
  useRealtime()
  return null
}
