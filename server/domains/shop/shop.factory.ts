import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { NewLine } from '#api/shop/baskets/basket-lines'
import type { TestApp } from '../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../testing/world.ts'
import { addOffer, type MadeOffer, trunkDefinition } from '../catalog/catalog.factory.ts'
import { addSubscription, type TestSubscription } from '../subscriptions/subscriptions.factory.ts'

const words = (text: string) => ({ fr: text, en: text })

const channelsDefinition: OfferDefinition = {
  ...trunkDefinition,
  characteristics: [
    { key: 'channels', label: words('Canaux'), required: true, type: 'number', minimum: 1, maximum: 60, step: 1, unit: words('canaux') },
  ],
  commitments: [{ months: 0, discountBasisPoints: 0 }],
  leadTimeDays: 3,
  services: [],
}

/** Over several sites, with every kind of value that names something. */
const centrexDefinition: OfferDefinition = {
  ...trunkDefinition,
  sites: 'several',
  quantityKey: undefined,
  freeIncomingPerUnit: undefined,
  characteristics: [
    { key: 'plan', label: words('Plan'), required: false, type: 'file' },
    { key: 'welcome_site', label: words('Site d’accueil'), required: false, type: 'site' },
    { key: 'trunk', label: words('Trunk'), required: false, type: 'contract', offers: ['TRUNK-SIP'] },
    { key: 'vlan', label: words('VLAN'), required: false, type: 'text', maximum: 8, pattern: '[0-9]{1,4}' },
  ],
}

const flat = (oneOffCents: number, monthlyCents: number) => ({
  public: [{ item: 'base', oneOffCents, monthlyCents, steps: [] }],
  wholesale: [{ item: 'base', oneOffCents: oneOffCents / 2, monthlyCents: monthlyCents / 2, steps: [] }],
})

/** Offers of a small shop, people who order in it, and running trunks. */
export const openShop = async ({ build, world }: Pick<TestApp, 'build' | 'world'>) => {
  const { companies, bordeauxId } = world
  const trunk = await addOffer(build, { code: 'TRUNK-SIP', name: 'TRUNK SIP' })
  const channels = await addOffer(build, {
    code: 'AJOUT-CANAUX-SIP',
    name: 'Ajout de canaux SIP sur un Trunk SIP existant',
    kind: 'addition',
    addsTo: ['TRUNK-SIP'],
    definition: channelsDefinition,
    prices: {
      public: [{ item: 'channels', oneOffCents: 500, monthlyCents: 900, steps: [] }],
      wholesale: [{ item: 'channels', oneOffCents: 250, monthlyCents: 450, steps: [] }],
    },
  })
  /** Counts something else than its contract does. */
  await addOffer(build, {
    code: 'OPTIONS-TRUNK',
    kind: 'addition',
    addsTo: ['TRUNK-SIP'],
    definition: {
      ...channelsDefinition,
      quantityKey: 'options',
      freeIncomingPerUnit: undefined,
      characteristics: [{ key: 'options', label: words('Options'), required: true, type: 'number', minimum: 1, maximum: 60, step: 1 }],
    },
    prices: flat(0, 300),
  })
  const centrex = await addOffer(build, {
    code: 'METACENTREX',
    name: 'MetaCentrex',
    definition: centrexDefinition,
    prices: flat(10_000, 4_000),
  })
  const clientsOnly = await addOffer(build, { code: 'RESERVEE', universes: ['client'], prices: flat(100, 100) })
  const bordeauxOrderer = await build.addPerson({
    lastName: 'Acheteur',
    company: companies.client,
    rights: [{ universe: 'client', templates: ['orders.manage'], sites: [bordeauxId] }],
  })
  const offerOf = (made: MadeOffer, name: string) => ({
    id: made.offerId,
    versionId: made.versionId,
    code: made.code,
    name,
    family: 'ip_telephony',
  })
  /** An active trunk of four channels at 350 €. */
  const runningTrunk = (company: WorldCompany, siteId?: string): Promise<TestSubscription> =>
    addSubscription(build, { offer: offerOf(trunk, 'TRUNK SIP'), company, ...(siteId ? { siteId } : {}) })
  return { trunk, channels, centrex, clientsOnly, bordeauxOrderer, runningTrunk }
}
export type TestShop = Awaited<ReturnType<typeof openShop>>

/** A line of the form, filled in with what the test says. */
export const typed = (line: Partial<NewLine> & { readonly offer: string }): NewLine => ({
  contract: null,
  siteIds: [],
  values: {},
  commitmentMonths: 0,
  wishedOn: null,
  onsiteContactId: null,
  ...line,
})

/** Raises every price of an offer: a new version on sale from now on, or the same one with new prices while nobody ordered it. */
export const raisePrices = async ({ build }: Pick<TestApp, 'build'>, offer: MadeOffer, byCents: number): Promise<void> => {
  await build.run('update offer_prices set monthly_cents = monthly_cents + $2 where version_id = $1', [offer.versionId, byCents])
}

/** Somebody of a company with the right to order everywhere. */
export const orderer = (
  { build }: Pick<TestApp, 'build'>,
  company: WorldCompany,
  universe: 'client' | 'ambassador' | 'operator',
): Promise<Persona> => build.addPerson({ lastName: `Commande${universe}`, company, rights: [{ universe, templates: ['orders.manage'] }] })
