import type { QueryOf, ResponseOf } from '#api/endpoint'
import type { previewRecipients } from '#api/notifications/subscriptions/subscriptions'
import type { Context } from '../../../platform/context.ts'
import { first } from '../../../platform/db/questions.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import * as audience from '../delivery/audience.ts'
import { type Audience, audiencesOf, recipients } from '../delivery/recipients.ts'
import { mayEditCompany } from './subscriptions.policy.ts'
import * as subscriptions from './subscriptions.repository.ts'

/**
 * « Qui sera prévenu ? »: the very rule of the delivery, over what the caller may see. A client does not see who follows it at its partner's or at
 * the carrier's; those universes are then neither listed nor called holes.
 */
export const preview = async (
  ctx: Context,
  reference: string,
  { category, site }: QueryOf<typeof previewRecipients>,
): Promise<ResponseOf<typeof previewRecipients>> => {
  const { scope, lookers, named } = await ctx.read({
    lookers: subscriptions.lookers(reference),
    named: site ? first(subscriptions.siteOf(reference, site)) : null,
  })
  const self = lookers.find((company) => company.is_self)
  if (!self) throw new Problem('not_found')
  if (site && !named) throw fieldProblem('site', 'site_unknown')
  const seen = (id: string | null) => (lookers.some((company) => company.id === id) ? id : null)
  const facts = { category, siteId: site ?? null, universes: null }
  const audiences = audiencesOf(facts, {
    id: self.id,
    ambassadorId: seen(self.ambassador_id),
    operatorId: seen(self.operator_id),
    carrierId: lookers.find((company) => company.is_carrier && ctx.universe === 'carrier')?.id ?? null,
  })
  const known = await ctx.read({ candidates: audience.candidates(audiences, category), addresses: audience.addresses(audiences) })
  const told = recipients(facts, audiences, known.candidates.map(audience.toCandidate), audience.toSharedAddresses(known.addresses))
  const where = ({ companyId, universe }: Audience) => {
    const company = lookers.find(({ id }) => id === companyId)
    return { company: { reference: company?.reference ?? '', name: company?.name ?? '' }, universe }
  }
  return {
    people: told.people.map(({ candidate, interface: shown, email }) => ({
      ...where(candidate),
      contactId: candidate.contactId,
      name: candidate.name,
      hasAccess: candidate.access !== 'none',
      channels: [...(shown ? (['interface'] as const) : []), ...(email ? (['email'] as const) : [])],
      digest: candidate.digest,
    })),
    addresses: told.shared.map((address) => ({ ...where(address), address: address.address })),
    // What others lack is their administrators' business.
    missed: (mayEditCompany(scope, self.id) ? told.missed : []).map(({ candidate, reason }) => ({
      ...where(candidate),
      contactId: candidate.contactId,
      name: candidate.name,
      reason,
    })),
    // Staff choose to follow; nobody doing so is no hole.
    holes: told.holes.filter(({ universe }) => universe !== 'carrier').map(where),
  }
}
