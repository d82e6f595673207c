import * as m from '#messages/identity'
import { PublicFrame } from '../public-frame.tsx'
import { ForgottenForm } from './forgotten-form.tsx'

export const ForgottenPage = () => (
  <PublicFrame title={m.identity_forgotten_title()} text={m.identity_forgotten_text()}>
    <ForgottenForm />
  </PublicFrame>
)
