import type { OfferState, VersionStage } from '#api/catalog/admin/offer-versions'
import type { CompanyState, FinancialState } from '#api/companies/company/company-states'
import type { UserState } from '#api/companies/contacts/user-states'
import type { MandateState } from '#api/companies/payment/payment'
import type { Proposal } from '#api/companies/portfolio/proposals'
import type { SiteState } from '#api/companies/sites/sites'
import type { ImportState } from '#api/imports/imports'
import type { MailRow } from '#api/notifications/sent-mails/sent-mails'
import type { PurchaseRequestState } from '#api/shop/requests/purchase-requests'
import type { Accountcode } from '#api/subscriptions/accountcodes/accountcodes'
import type { SubscriptionState } from '#api/subscriptions/list/subscription-list'
import type { OrderState, StepState } from '#api/subscriptions/rules/operations'
import type { Universe } from '#api/universes'
import type { StateTone } from '../../ui/state-badge.tsx'

/** Tinted for those who must act on it, `otherwise` for those who wait for them. */
interface Turn {
  readonly waitsFor: readonly Universe[]
  readonly otherwise: StateTone
}
type Tone = StateTone | Turn

export interface States {
  readonly accountcode: Accountcode['state']
  readonly company: CompanyState
  readonly contract: SubscriptionState
  readonly financial: FinancialState
  readonly import: ImportState
  readonly mail: MailRow['state']
  readonly mandate: MandateState
  readonly notification: 'read' | 'unread'
  readonly offer: OfferState
  readonly order: OrderState
  readonly proposal: Proposal['state']
  readonly request: PurchaseRequestState
  readonly service: 'active' | 'closed'
  readonly site: SiteState
  readonly step: StepState
  readonly user: UserState
  readonly version: VersionStage
}

/** Every state of the portal. Colour is earned: a dot for what is well, runs, is over or waits for others; amber and red where somebody must act. */
const tones: { readonly [K in keyof States]: Readonly<Record<States[K], Tone>> } = {
  accountcode: { active: 'success', closed: 'neutral' },
  company: {
    active: 'success',
    // The carrier suspended it; whoever is suspended, or its partner, settles what is due.
    suspended: { waitsFor: ['client', 'ambassador', 'operator'], otherwise: 'neutral' },
    closed: 'neutral',
  },
  contract: { creating: 'info', active: 'success', termination_requested: 'info', terminated: 'neutral', abandoned: 'neutral' },
  financial: { sound: 'neutral', watch: 'warning', blocked: 'danger' },
  import: {
    mapping: 'warning',
    checking: 'info',
    checked: 'warning',
    applying: 'info',
    done: 'success',
    cancelled: 'neutral',
    failed: 'danger',
  },
  mail: { queued: 'neutral', sending: 'info', sent: 'success', failed: 'danger', uncertain: 'warning' },
  mandate: {
    to_sign: { waitsFor: ['client', 'ambassador', 'operator'], otherwise: 'neutral' },
    signed: 'success',
    revoked: 'neutral',
  },
  offer: { draft: 'neutral', on_sale: 'success', withdrawn: 'neutral' },
  order: {
    // Whoever pays decides: the client, or its operator.
    awaiting_client: { waitsFor: ['client', 'operator'], otherwise: 'neutral' },
    submitted: 'neutral',
    in_delivery: 'info',
    delivered: 'success',
    cancelled_by_client: 'neutral',
    cancelled: 'neutral',
    impossible: 'neutral',
  },
  proposal: {
    pending: { waitsFor: ['carrier'], otherwise: 'info' },
    accepted: 'success',
    refused: 'neutral',
    withdrawn: 'neutral',
    applied: 'neutral',
    contested: 'neutral',
  },
  notification: { read: 'neutral', unread: 'info' },
  request: { open: { waitsFor: ['operator'], otherwise: 'info' }, taken: 'success', declined: 'neutral' },
  service: { active: 'success', closed: 'neutral' },
  site: { open: 'success', closed: 'neutral' },
  step: { to_do: 'neutral', in_progress: 'info', blocked: 'warning', done: 'success', skipped: 'neutral' },
  user: { invited: 'info', active: 'success', suspended: 'neutral' },
  version: { draft: 'neutral', upcoming: 'info', current: 'success', past: 'neutral' },
}

/** How a state looks to whoever reads it in this universe. */
export const toneOf = <K extends keyof States>(kind: K, state: States[K], reader: Universe): StateTone => {
  const tone: Tone = tones[kind][state]
  if (typeof tone === 'string') return tone
  return tone.waitsFor.includes(reader) ? 'warning' : tone.otherwise
}
