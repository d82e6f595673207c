import { Text } from '@mantine/core'
import { fieldMessage } from '../../platform/field-message.ts'
import type { Problem } from '../../platform/problem.ts'

/** The faults of fields that the form does not show. */
export const OtherFaults = ({ problem }: { readonly problem: Problem }) =>
  problem.errors.map(({ path, code, params }) => (
    <Text key={`${path} ${code}`} fz="sm">
      {path} : {fieldMessage(code, params)}
    </Text>
  ))
