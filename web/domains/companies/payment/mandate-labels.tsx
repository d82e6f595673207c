import type { MandateState, Payment } from '#api/companies/payment/payment'
import * as m from '#messages/companies'
import { StatePill } from '../../../app/look/state-pill.tsx'

export const MandateBadge = ({ state }: { readonly state: MandateState }) => (
  <StatePill of="mandate" state={state} label={m[`companies_mandate_${state}`]()} />
)

export const schemeLabel = (scheme: Payment['mandate']['scheme']): string => m[`companies_scheme_${scheme}`]()
