import * as m from '#messages/identity'
import { TermsText } from '../../../app/gates/terms-text.tsx'
import { PublicFrame } from '../public-frame.tsx'

export const TermsPage = () => (
  <PublicFrame title={m.identity_terms()} wide>
    <TermsText />
  </PublicFrame>
)
