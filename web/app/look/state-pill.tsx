import { useUniverse } from '../../platform/session.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { type States, toneOf } from './state-tones.ts'

interface StatePillProps<K extends keyof States> {
  readonly of: K
  readonly state: States[K]
  readonly label: string
}

/** A state as its reader sees it. */
export const StatePill = <K extends keyof States>({ of, state, label }: StatePillProps<K>) => (
  <StateBadge tone={toneOf(of, state, useUniverse())} label={label} />
)
