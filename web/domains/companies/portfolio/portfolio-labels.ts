import type { ClientRow, Standing } from '#api/companies/portfolio/clients'
import type { Proposal } from '#api/companies/portfolio/proposals'
import { companyStateWords, financialStateWords, proposalFieldWords, proposalStateWords } from '#api/companies/words'
import type { Words } from '#api/languages'
import { type Universe, universeWords } from '#api/universes'
import * as m from '#messages/portfolio'
import { words } from '../../../platform/words.ts'

type State = ClientRow['state']
type Financial = ClientRow['financialState']

export const stateLabel = (state: State): string => words(companyStateWords[state])

export const financialLabel = (state: Financial): string => words(financialStateWords[state])

export const guaranteeLabel = (guarantee: Standing['guarantee']): string =>
  ({ none: m.portfolio_guarantee_none, deposit: m.portfolio_guarantee_deposit, bank: m.portfolio_guarantee_bank })[guarantee]()

export const universeLabel = (universe: Universe): string => words(universeWords[universe])

export const proposalStateLabel = (state: Proposal['state']): string => words(proposalStateWords[state])

export const proposalFieldLabel = (field: string): string => {
  const known = (proposalFieldWords as Readonly<Record<string, Words>>)[field]
  return known ? words(known) : field
}
