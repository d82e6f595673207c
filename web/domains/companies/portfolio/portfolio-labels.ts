import type { ClientRow, Standing } from '#api/companies/portfolio/clients'
import type { Proposal } from '#api/companies/portfolio/proposals'
import type { Universe } from '#api/universes'
import * as m from '#messages/portfolio'
import type { StateTone } from '../../../ui/state-badge.tsx'

type State = ClientRow['state']
type Financial = ClientRow['financialState']

export const stateLabel = (state: State): string =>
  ({ active: m.portfolio_state_active, suspended: m.portfolio_state_suspended, closed: m.portfolio_state_closed })[state]()

export const financialLabel = (state: Financial): string =>
  ({ sound: m.portfolio_financial_sound, watch: m.portfolio_financial_watch, blocked: m.portfolio_financial_blocked })[state]()

export const guaranteeLabel = (guarantee: Standing['guarantee']): string =>
  ({ none: m.portfolio_guarantee_none, deposit: m.portfolio_guarantee_deposit, bank: m.portfolio_guarantee_bank })[guarantee]()

export const universeLabel = (universe: Universe): string =>
  ({
    client: m.portfolio_universe_client,
    ambassador: m.portfolio_universe_ambassador,
    operator: m.portfolio_universe_operator,
    carrier: m.portfolio_universe_carrier,
  })[universe]()

export const proposalStateLabel = (state: Proposal['state']): string =>
  ({
    pending: m.portfolio_proposal_pending,
    accepted: m.portfolio_proposal_accepted,
    refused: m.portfolio_proposal_refused,
    withdrawn: m.portfolio_proposal_withdrawn,
  })[state]()

export const stateTones: Readonly<Record<State, StateTone>> = { active: 'success', suspended: 'warning', closed: 'neutral' }
export const financialTones: Readonly<Record<Financial, StateTone>> = { sound: 'neutral', watch: 'warning', blocked: 'danger' }
export const proposalTones: Readonly<Record<Proposal['state'], StateTone>> = {
  pending: 'info',
  accepted: 'success',
  refused: 'danger',
  withdrawn: 'neutral',
}

export const proposalFieldLabel = (field: string): string =>
  ({
    name: m.portfolio_name(),
    siren: m.portfolio_siren(),
    vat_number: m.portfolio_vat_number(),
    legal_form: m.portfolio_legal_form(),
  })[field] ?? field
