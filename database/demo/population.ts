import { mainTemplatesOf } from '#api/templates'
import type { Universe } from '#api/universes'
import { type CastCompany, cast, people } from './cast.ts'
import { type Chance, chanceOf } from './chance.ts'
import { demoId, demoMobile, demoPhone, demoSiren, demoSiret, demoVatNumber } from './identifiers.ts'
import { apeCodes, companyEndings, firstNames, jobTitles, lastNames, legalForms, streets, towns, trades } from './vocabulary.ts'

/** Kinds of rows, for their ids. */
const kinds = { company: 1, site: 2, contact: 3, user: 4, right: 5, payment: 6, activity: 7 } as const
export const idOf = (kind: keyof typeof kinds, n: number): string => demoId(kinds[kind], n)

export interface DemoSite {
  readonly id: string
  readonly name: string
  readonly head: boolean
  readonly street: string
  readonly town: (typeof towns)[number]
  readonly siret: string
  readonly phone: string
}
export interface DemoContact {
  readonly id: string
  readonly firstName: string
  readonly lastName: string
  readonly jobTitle: string
  readonly email: string
  readonly phone: string | null
  readonly mobile: string | null
  readonly siteId: string | null
}
export interface DemoUser {
  readonly id: string
  readonly login: number
  readonly contact: DemoContact
  readonly displayName: string
  readonly state: 'invited' | 'active' | 'suspended'
  readonly rightIds: readonly string[]
  readonly newcomer: boolean
}
export interface DemoRight {
  readonly id: string
  readonly kind: 'administrator' | 'universe' | 'custom'
  readonly universe: Universe | null
  readonly name: string
  readonly templates: readonly string[]
  readonly siteIds: readonly string[] | null
}
export interface DemoCompany {
  readonly id: string
  readonly number: number
  readonly name: string
  readonly universes: readonly Universe[]
  readonly ambassadorId: string | null
  readonly operatorId: string | null
  readonly siren: string
  readonly vatNumber: string
  readonly apeCode: string
  readonly legalForm: string
  readonly size: string
  readonly financialState: 'sound' | 'watch' | 'blocked'
  readonly state: 'active' | 'suspended'
  readonly domain: string
  readonly createdDaysAgo: number
  readonly sites: readonly DemoSite[]
  readonly contacts: readonly DemoContact[]
  readonly users: readonly DemoUser[]
  readonly rights: readonly DemoRight[]
}

const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

const rightNames: Readonly<Record<Universe, string>> = {
  client: 'Univers Client',
  ambassador: 'Univers Ambassadeur',
  operator: 'Univers Opérateur',
  carrier: 'Univers Exploitant',
}

const inventedName = (chance: Chance): string => `${chance.pick(trades)} ${chance.pick(lastNames)}${chance.pick(companyEndings)}`

/** Partners of a large population: one operator and one ambassador more every thousand companies. */
const isPartner = (number: number): Universe | null =>
  number > 1000 && number % 1000 === 1 ? 'operator' : number > 1000 && number % 1000 === 2 ? 'ambassador' : null

const partnerOf = (number: number, chance: Chance): Pick<CastCompany, 'ambassador' | 'operator'> => {
  const thousand = Math.floor(number / 1000) * 1000
  const draw = chance.next()
  if (draw < 0.45) return { ambassador: thousand >= 1000 && number > thousand + 2 ? thousand + 2 : 11 }
  if (draw < 0.75) return { operator: thousand >= 1000 && number > thousand + 1 ? thousand + 1 : chance.happens(0.8) ? 10 : 12 }
  return {}
}

const inventedCompany = (number: number, chance: Chance): CastCompany => {
  const own = isPartner(number)
  const [town] = chance.pick(towns)
  const size = chance.pick(['micro', 'micro', 'small', 'small', 'medium', 'intermediate', 'nonprofit'])
  return own
    ? { number, name: `${inventedName(chance)} ${own === 'operator' ? 'Télécom' : 'Conseil'}`, universes: [own, 'client'], town, size }
    : { number, name: inventedName(chance), universes: ['client'], town, size, ...partnerOf(number, chance) }
}

const townNamed = (name: string) => towns.find(([town]) => town === name) ?? towns[0]

/** Everything about one company. The same number gives the same company in a demonstration of any size. */
export const demoCompany = (number: number): DemoCompany => {
  const chance = chanceOf(number * 7919)
  const plan = cast.find((company) => company.number === number) ?? inventedCompany(number, chance)
  const isCast = cast.includes(plan)
  const id = idOf('company', number)
  const siren = demoSiren(number)
  const domain = `${slug(plan.name)}${isCast ? '' : `-${number}`}.example`

  const siteCount = plan.number === 2 ? 2 : chance.pick([1, 1, 1, 1, 2, 2, 3])
  const sites = Array.from({ length: siteCount }, (_, index): DemoSite => {
    const town = index === 0 ? townNamed(plan.town) : plan.number === 2 ? townNamed('Bordeaux') : chance.pick(towns)
    return {
      id: idOf('site', number * 16 + index),
      name: index === 0 ? 'Siège Social' : `Agence de ${town[0]}`,
      head: index === 0,
      street: `${chance.between(1, 140)} ${chance.pick(streets)}`,
      town,
      siret: demoSiret(siren, index + 1),
      phone: demoPhone(number * 3 + index),
    }
  })

  const email = (first: string, last: string) => `${slug(first)}.${slug(last)}@${domain}`
  const own = people.filter((person) => person.company === number)
  const extra = plan.number === 2 ? 14 : isCast ? 12 : number < 1000 ? chance.between(6, 14) : chance.between(1, 3)
  const named = [
    ...own.map((person) => ({ firstName: person.firstName, lastName: person.lastName, jobTitle: person.jobTitle })),
    ...Array.from({ length: extra }, () => ({
      firstName: chance.pick(firstNames),
      lastName: chance.pick(lastNames),
      jobTitle: chance.pick(jobTitles),
    })),
  ]
  const contacts = named.map(
    (person, index): DemoContact => ({
      id: idOf('contact', number * 64 + index),
      ...person,
      email: index < own.length ? email(person.firstName, person.lastName) : email(person.firstName, `${person.lastName}${index}`),
      phone: chance.happens(0.7) ? demoPhone(number * 11 + index) : null,
      mobile: chance.happens(0.6) ? demoMobile(number * 13 + index) : null,
      siteId: index < own.length || chance.happens(0.5) ? null : (sites[index % sites.length]?.id ?? null),
    }),
  )

  const mainRights: DemoRight[] = [
    {
      id: idOf('right', number * 16),
      kind: 'administrator',
      universe: null,
      name: 'Administrateur tout Univers',
      templates: [],
      siteIds: null,
    },
    ...plan.universes.map(
      (universe, index): DemoRight => ({
        id: idOf('right', number * 16 + 1 + index),
        kind: 'universe',
        universe,
        name: rightNames[universe],
        templates: mainTemplatesOf(universe),
        siteIds: null,
      }),
    ),
  ]
  const customRights = own.flatMap(({ right }, index): DemoRight[] => {
    if (!right) return []
    const siteIds = right.site ? sites.filter((site) => site.town[0] === right.site).map((site) => site.id) : null
    return [
      {
        id: idOf('right', number * 16 + 8 + index),
        kind: 'custom',
        universe: right.universe,
        name: right.name,
        templates: right.templates,
        siteIds,
      },
    ]
  })

  const users = contacts.flatMap((contact, index): DemoUser[] => {
    const person = own[index]
    if (person) {
      const custom = customRights.find((right) => right.id === idOf('right', number * 16 + 8 + index))
      const right = person.administrator ? mainRights[0] : custom
      return [
        {
          id: idOf('user', person.login),
          login: person.login,
          contact,
          displayName: person.displayName ?? `${person.firstName} ${person.lastName}`,
          state: 'active',
          rightIds: right ? [right.id] : [],
          newcomer: person.newcomer ?? false,
        },
      ]
    }
    const first = index === own.length && own.length === 0
    if (!first && !(number < 1000 && chance.happens(0.35))) return []
    const login = number * 16 + (index % 16) + 100
    const right = first ? mainRights[0] : mainRights[1]
    const state = first ? 'active' : chance.pick(['active', 'active', 'active', 'invited', 'suspended'] as const)
    return [
      {
        id: idOf('user', login),
        login,
        contact,
        displayName: `${contact.firstName} ${contact.lastName}`,
        state,
        rightIds: right ? [right.id] : [],
        newcomer: false,
      },
    ]
  })

  return {
    id,
    number,
    name: plan.name,
    universes: plan.universes,
    ambassadorId: plan.ambassador ? idOf('company', plan.ambassador) : plan.universes.includes('ambassador') ? id : null,
    operatorId: plan.operator ? idOf('company', plan.operator) : plan.universes.includes('operator') ? id : null,
    siren,
    vatNumber: demoVatNumber(siren),
    apeCode: plan.universes.includes('client') && plan.universes.length === 1 ? chance.pick(apeCodes) : '6110Z',
    legalForm: plan.number === 2 ? '5710' : chance.pick(legalForms),
    size: plan.size,
    financialState: isCast ? 'sound' : chance.happens(0.04) ? 'blocked' : chance.happens(0.08) ? 'watch' : 'sound',
    state: isCast || !chance.happens(0.03) ? 'active' : 'suspended',
    domain,
    createdDaysAgo: plan.number === 1 ? 3650 : chance.between(40, 3000),
    sites,
    contacts,
    users,
    rights: [...mainRights, ...customRights],
  }
}

/** Numbers of the companies of a demonstration of that size: the cast, then invented ones. */
export const companyNumbers = function* (size: number): Generator<number> {
  for (const company of cast) yield company.number
  let invented = size - cast.length
  for (let number = 16; invented > 0; number++, invented--) yield number
}
