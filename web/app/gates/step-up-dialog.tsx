import { Button, Modal, Stack, Text } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { stepUp } from '#api/identity/sign-in/session'
import * as m from '#messages/common'
import { call } from '../../platform/call.ts'
import { isProblem } from '../../platform/problem.ts'
import { sessionQuery, useOptionalSession } from '../../platform/session.ts'
import { type Proof, ProofForm } from './proof-form.tsx'

/** Asks the password, or a second factor of those who have one, before an act on money, numbers or secrets. */
export const StepUpDialog = ({ onPass, onGiveUp }: { readonly onPass: () => void; readonly onGiveUp: () => void }) => {
  const client = useQueryClient()
  const factors = useOptionalSession()?.factors ?? []
  const prove = async (proof: Proof) => {
    try {
      await call(stepUp, { body: proof })
    } catch (error) {
      // Enrolled in another window meanwhile: the fields that follow are those of the factor.
      if (isProblem(error, 'second_factor_required')) await client.refetchQueries({ queryKey: sessionQuery.queryKey })
      throw error
    }
    onPass()
  }
  return (
    <Modal opened onClose={onGiveUp} title={<Text fw={600}>{m.step_up_title()}</Text>}>
      <Stack gap="md">
        <Text c="dimmed">{m.step_up_text()}</Text>
        <ProofForm
          methods={factors.length > 0 ? factors : ['password']}
          submitLabel={m.action_confirm()}
          onProve={prove}
          secondary={
            <Button variant="default" onClick={onGiveUp}>
              {m.action_cancel()}
            </Button>
          }
        />
      </Stack>
    </Modal>
  )
}
