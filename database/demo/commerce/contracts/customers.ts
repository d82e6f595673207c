import { companyReference } from '#api/rules/references'
import { companyNumbers, demoCompany } from '../../population.ts'

export interface Person {
  readonly userId: string | null
  readonly name: string
  readonly universe: 'client' | 'ambassador' | 'operator' | 'carrier'
}

/** What contracts need of a company: kept small, a large demonstration has hundreds of thousands. */
export interface Customer {
  readonly id: string
  readonly number: number
  readonly reference: string
  readonly name: string
  /** As commercial rows carry them: never the company itself. */
  readonly ambassadorId: string | null
  readonly operatorId: string | null
  readonly payerId: string
  readonly payerReference: string
  readonly sites: readonly { readonly id: string; readonly city: string }[]
  readonly onsite: { readonly id: string; readonly name: string; readonly phone: string | null } | null
  readonly administrator: Person
  readonly partner: Person | null
  readonly domain: string
  readonly createdDaysAgo: number
}

const partnerNumber = (id: string): number => Number.parseInt(id.slice(24), 16)

const firstPerson = (number: number, universe: Person['universe']): Person => {
  const [user] = demoCompany(number).users
  return { userId: user?.id ?? null, name: user?.displayName ?? '', universe }
}

/** The companies that buy: clients, and partners for themselves. */
export const customersOf = (size: number): Customer[] => {
  const partners = new Map<string, Person>()
  const partnerOf = (id: string | null, universe: 'ambassador' | 'operator'): Person | null => {
    if (id === null) return null
    const known = partners.get(id) ?? firstPerson(partnerNumber(id), universe)
    partners.set(id, known)
    return known
  }
  const customers: Customer[] = []
  for (const number of companyNumbers(size)) {
    const company = demoCompany(number)
    if (!company.universes.includes('client') || company.state !== 'active') continue
    const ambassadorId = company.ambassadorId === company.id ? null : company.ambassadorId
    const operatorId = company.operatorId === company.id ? null : company.operatorId
    const reference = companyReference(number)
    const contact = company.contacts.at(-1)
    const [user] = company.users
    customers.push({
      id: company.id,
      number,
      reference,
      name: company.name,
      ambassadorId,
      operatorId,
      payerId: operatorId ?? company.id,
      payerReference: operatorId === null ? reference : companyReference(partnerNumber(operatorId)),
      sites: company.sites.map((site) => ({ id: site.id, city: site.town[0] })),
      onsite: contact ? { id: contact.id, name: `${contact.firstName} ${contact.lastName}`, phone: contact.mobile ?? contact.phone } : null,
      administrator: { userId: user?.id ?? null, name: user?.displayName ?? company.name, universe: 'client' },
      partner: partnerOf(operatorId, 'operator') ?? partnerOf(ambassadorId, 'ambassador'),
      domain: company.domain,
      createdDaysAgo: company.createdDaysAgo,
    })
  }
  return customers
}

/** Who pilots deliveries: Céline B. and colleagues, by the name that customers read. */
export const pilots = (): Person[] => {
  const short = (name: string) => {
    const [first = '', ...rest] = name.split(' ')
    return `${first} ${rest.at(-1)?.[0] ?? ''}.`
  }
  const staff = demoCompany(1).users.filter((user) => user.state === 'active')
  const celine = staff.find((user) => user.login === 9)
  const others = staff.filter((user) => user.login > 100).slice(0, 3)
  return [celine, ...others].flatMap((user): Person[] =>
    user ? [{ userId: user.id, name: user.login === 9 ? user.displayName : short(user.displayName), universe: 'carrier' }] : [],
  )
}
