import type { Grant } from '#api/access/grant'
import { categoryBit, type NotificationCategory, templatesNeeded } from '#api/notifications/notification-categories'
import type { Digest } from '#api/notifications/subscriptions/subscriptions'
import type { Template } from '#api/templates'
import type { Universe } from '#api/universes'

/** A company that an event concerns, in the universe from which it looks at it. */
export interface Audience {
  readonly companyId: string
  readonly universe: Universe
}

export interface EventFacts {
  readonly category: NotificationCategory
  /** Null: an object without a site, or over several: the right must hold everywhere. */
  readonly siteId: string | null
  /** Null: every universe that the event concerns. */
  readonly universes: readonly Universe[] | null
}

/** A company's relations at the moment of the event. */
export interface EventCompany {
  readonly id: string
  readonly ambassadorId: string | null
  readonly operatorId: string | null
  readonly carrierId: string | null
}

/** A contact's subscriptions in one universe, with what the contact may see there. */
export interface Candidate extends Audience {
  readonly contactId: string
  readonly name: string
  readonly email: string | null
  /** `none`: a contact without access, told by e-mail only. */
  readonly access: 'open' | 'suspended' | 'none'
  readonly userId: string | null
  readonly interfaceMask: number
  readonly emailMask: number
  readonly digest: Digest
  readonly grants: Readonly<Partial<Record<Template, Grant>>>
}

/** An address of a company for one category and universe. */
export interface SharedAddress extends Audience {
  readonly category: NotificationCategory
  readonly address: string
}

export interface ToldPerson {
  readonly candidate: Candidate
  readonly interface: boolean
  readonly email: boolean
}

export interface ToldAddress extends Audience {
  readonly address: string
  /** The person whose mail it is; null: a contact without access or a company's address, whose mail says the least. */
  readonly person: Candidate | null
  /** Contact behind the address, if any. */
  readonly contact: Candidate | null
}

export interface Recipients {
  readonly people: readonly ToldPerson[]
  readonly shared: readonly SharedAddress[]
  /** In-app notifications, one per person. */
  readonly notified: readonly Candidate[]
  /** Mails to send now, one per address. */
  readonly mails: readonly ToldAddress[]
  /** Mails that wait for the person's digest. */
  readonly digests: readonly Candidate[]
  readonly missed: readonly { readonly candidate: Candidate; readonly reason: 'right' | 'site' | 'email' | 'access_suspended' }[]
  /** Audiences in which nobody is told. */
  readonly holes: readonly Audience[]
}

/**
 * Who looks at an event, and from which universe: the company itself as a client, its partner of that moment in its partner universe, the carrier's
 * staff. A partner's own services live in its client universe, so a company never stands twice (decision 22).
 */
export const audiencesOf = (event: EventFacts, company: EventCompany): Audience[] => {
  const all: Audience[] = [{ companyId: company.id, universe: 'client' }]
  if (company.ambassadorId && company.ambassadorId !== company.id) all.push({ companyId: company.ambassadorId, universe: 'ambassador' })
  if (company.operatorId && company.operatorId !== company.id) all.push({ companyId: company.operatorId, universe: 'operator' })
  if (company.carrierId) all.push({ companyId: company.carrierId, universe: 'carrier' })
  const { universes } = event
  return universes === null ? all : all.filter(({ universe }) => universes.includes(universe))
}

/** Whether what a person holds in a universe opens an object of a category on that site. */
export const opensObject = (
  grants: Candidate['grants'],
  universe: Universe,
  category: NotificationCategory,
  siteId: string | null,
): 'yes' | 'other_sites' | 'no' => {
  let some = false
  for (const template of templatesNeeded(category, universe)) {
    const grant = grants[template]
    if (grant === undefined) continue
    if (grant === 'all' || (siteId !== null && grant.includes(siteId))) return 'yes'
    some = true
  }
  return some ? 'other_sites' : 'no'
}

const sameAudience = (left: Audience, right: Audience): boolean => left.companyId === right.companyId && left.universe === right.universe

const key = (address: string): string => address.toLowerCase()

/**
 * Whom an event reaches and how (decision 22). People with access: subscription ∩ right ∩ sites ∩ universe. Contacts without access and companies'
 * addresses: company × category × universe. One notification per person and one mail per address, whatever the number of subscriptions.
 */
export const recipients = (
  event: EventFacts,
  audiences: readonly Audience[],
  candidates: readonly Candidate[],
  addresses: readonly SharedAddress[],
): Recipients => {
  const bit = categoryBit(event.category)
  const rank = (audience: Audience) => audiences.findIndex((known) => sameAudience(known, audience))
  const concerned = <T extends Audience>(list: readonly T[]): T[] =>
    list.filter((item) => rank(item) >= 0).sort((left, right) => rank(left) - rank(right))

  const people: ToldPerson[] = []
  const missed: Recipients['missed'][number][] = []
  for (const candidate of concerned(candidates)) {
    const wantsEmail = (candidate.emailMask & bit) !== 0
    const wantsInterface = (candidate.interfaceMask & bit) !== 0 && candidate.access !== 'none'
    if (!wantsEmail && !wantsInterface) continue
    if (candidate.access === 'suspended') {
      missed.push({ candidate, reason: 'access_suspended' })
      continue
    }
    const opens = candidate.access === 'none' ? 'yes' : opensObject(candidate.grants, candidate.universe, event.category, event.siteId)
    if (opens !== 'yes') {
      missed.push({ candidate, reason: opens === 'other_sites' ? 'site' : 'right' })
      continue
    }
    const email = wantsEmail && candidate.email !== null
    if (!email && !wantsInterface) {
      missed.push({ candidate, reason: 'email' })
      continue
    }
    people.push({ candidate, interface: wantsInterface, email })
  }
  const shared = concerned(addresses.filter((address) => address.category === event.category))

  const notified: Candidate[] = []
  const known = new Set<string>()
  for (const { candidate, interface: told } of people) {
    if (!told || candidate.userId === null || known.has(candidate.userId)) continue
    known.add(candidate.userId)
    notified.push(candidate)
  }

  const mails = new Map<string, ToldAddress>()
  const byMail = people.filter(({ email }) => email).map(({ candidate }) => candidate)
  const add = (address: string, told: Omit<ToldAddress, 'address'>) => {
    if (!mails.has(key(address))) mails.set(key(address), { address, ...told })
  }
  // A person's own mail says more than the others, so it comes first.
  for (const candidate of byMail)
    if (candidate.email !== null && candidate.access === 'open' && candidate.digest === 'none')
      add(candidate.email, { ...audience(candidate), person: candidate, contact: candidate })
  for (const candidate of byMail)
    if (candidate.email !== null && candidate.access === 'none' && candidate.digest === 'none')
      add(candidate.email, { ...audience(candidate), person: null, contact: candidate })
  for (const address of shared) add(address.address, { ...audience(address), person: null, contact: null })

  const waiting = new Map<string, Candidate>()
  for (const candidate of byMail)
    if (candidate.email !== null && candidate.digest !== 'none' && !mails.has(key(candidate.email)) && !waiting.has(key(candidate.email)))
      waiting.set(key(candidate.email), candidate)

  return {
    people,
    shared,
    notified,
    mails: [...mails.values()],
    digests: [...waiting.values()],
    missed,
    holes: audiences.filter(
      (one) => !people.some(({ candidate }) => sameAudience(candidate, one)) && !shared.some((address) => sameAudience(address, one)),
    ),
  }
}

const audience = ({ companyId, universe }: Audience): Audience => ({ companyId, universe })
