import type { MandateState, Payment } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import { StateBadge, type StateTone } from '../../../ui/state-badge.tsx'

const tones: Readonly<Record<MandateState, StateTone>> = { to_sign: 'warning', signed: 'success', revoked: 'neutral' }

export const MandateBadge = ({ state }: { readonly state: MandateState }) => (
  <StateBadge tone={tones[state]} label={m[`companies_mandate_${state}`]()} />
)

export const schemeLabel = (scheme: Payment['mandate']['scheme']): string => m[`companies_scheme_${scheme}`]()
