import { proveSecondFactor } from '#api/identity/sign-in/session'
import * as common from '#messages/common'
import { type Proof, ProofForm } from '../../../app/gates/proof-form.tsx'
import { call } from '../../../platform/call.ts'
import type { StepProps } from './step-props.ts'

export const SecondFactorStep = ({ session, onDone, onProblem }: StepProps) => {
  const prove = async ({ method, ...proof }: Proof) => {
    if (method === 'password') return
    try {
      await onDone(await call(proveSecondFactor, { body: { method, ...proof }, silent: true }))
    } catch (error) {
      onProblem(error)
      throw error
    }
  }
  return <ProofForm methods={session.factors} submitLabel={common.action_validate()} onProve={prove} fullWidth />
}
