import { Alert } from '@mantine/core'
import { IconClock } from '@tabler/icons-react'
import * as m from '#messages/identity'
import type { Problem } from '../../platform/problem.ts'
import { FormProblem } from '../../ui/form-problem.tsx'

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`

export interface WaitProblemProps {
  readonly problem: Problem | null
  /** From `useWait`. */
  readonly left: number
}

/** A refusal; when it is a delay, the time left counts down instead of standing still. */
export const WaitProblem = ({ problem, left }: WaitProblemProps) => {
  if (!problem?.retryAfterSeconds) return <FormProblem problem={problem} />
  return (
    <Alert role="alert" color={left > 0 ? 'orange' : 'teal'} variant="light" icon={<IconClock size={18} />}>
      {left > 0 ? m.identity_wait() : m.identity_wait_over()}
      {/* Silent for screen readers: each second would be read out. */}
      {left > 0 ? (
        <span role="timer" aria-live="off" className="tabular" style={{ fontWeight: 600 }}>
          {` ${clock(left)}`}
        </span>
      ) : null}
    </Alert>
  )
}
