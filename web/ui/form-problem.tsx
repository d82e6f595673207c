import { Alert, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import * as m from '#messages/common'
import { fieldMessage } from '../platform/field-message.ts'
import { type Problem, problemMessage } from '../platform/problem.ts'

export interface FormProblemProps {
  readonly problem: Problem | null | undefined
  /** Instead of the problem's own sentence. */
  readonly message?: string
}

/** What went wrong with a form or an act, and belongs to no field; read out as soon as it appears. */
export const FormProblem = ({ problem, message }: FormProblemProps) => {
  const alert = useRef<HTMLDivElement>(null)
  // The button that met it may be far below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another problem is shown anew
  useEffect(() => void alert.current?.scrollIntoView({ block: 'nearest' }), [problem, message])
  if (!problem && !message) return null
  return (
    <Alert ref={alert} role="alert" color="red" variant="light" icon={<IconAlertCircle size={18} />}>
      {message ?? problemMessage(problem)}
      {/* Faults of fields that the form does not show. */}
      {problem?.errors.map(({ path, code, params }) => (
        <Text key={`${path} ${code}`} fz="sm">
          {path} : {fieldMessage(code, params)}
        </Text>
      ))}
      {problem?.code === 'internal_error' && problem.requestId ? (
        <Text fz="sm" mt={4}>
          {m.common_request_id({ id: problem.requestId })}
        </Text>
      ) : null}
    </Alert>
  )
}
