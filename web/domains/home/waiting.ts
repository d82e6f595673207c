import { readHome } from '#api/home/home'
import { registerHomeCounter } from '../../app/home/home-counts.ts'
import { call } from '../../platform/call.ts'

/** The menu's entry that shows each thing that waits. */
const entryOf: Readonly<Record<string, string>> = {
  invited_users: 'my-users',
  mandates_to_sign: 'my-company',
  proposals: 'proposals',
}

registerHomeCounter(async (universe, signal) => {
  const { waiting } = await call(readHome, { params: { universe }, signal })
  const counts: Record<string, number> = {}
  for (const { code, count } of waiting) {
    const entry = entryOf[code]
    if (entry) counts[entry] = (counts[entry] ?? 0) + count
  }
  return counts
})
