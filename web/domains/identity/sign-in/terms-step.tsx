import { Button, Modal, Text } from '@mantine/core'
import * as m from '#messages/identity'
import { TermsForm } from '../../../app/gates/terms-form.tsx'
import type { StepProps } from './step-props.ts'

/** « Conditions d'utilisation » over the page: accepted, or left by signing out. */
export const TermsStep = ({ onDone, onProblem, onLeave }: StepProps & { readonly onLeave: () => void }) => (
  <Modal
    opened
    onClose={() => undefined}
    withCloseButton={false}
    closeOnEscape={false}
    closeOnClickOutside={false}
    size={720}
    title={<Text fw={600}>{m.identity_terms()}</Text>}
  >
    <TermsForm
      onAccepted={onDone}
      onProblem={onProblem}
      secondary={
        <Button variant="default" onClick={onLeave}>
          {m.identity_refuse()}
        </Button>
      }
    />
  </Modal>
)
