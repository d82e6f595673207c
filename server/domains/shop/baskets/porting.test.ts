import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { rioKey } from '#api/catalog/rules/porting/rio'
import { addBasketLine, estimateLine, readBasket, updateBasketLine } from '#api/shop/baskets/baskets'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, type MadeOffer, trunkDefinition } from '../../catalog/catalog.factory.ts'
import { addSubscription } from '../../subscriptions/subscriptions.factory.ts'
import { typed } from '../shop.factory.ts'

const words = (text: string) => ({ fr: text, en: text })
const definition: OfferDefinition = {
  ...trunkDefinition,
  characteristics: [
    { key: 'main_number', label: words('Numéro à conserver'), required: false, type: 'phone' },
    {
      key: 'rio',
      label: words('RIO'),
      required: true,
      type: 'text',
      maximum: 12,
      when: [{ key: 'main_number', is: 'filled' }],
      pattern: '[A-Z0-9+]{12}',
    },
  ],
  quantityKey: undefined,
}
const ported = (number: string) => ({ main_number: number, rio: `01EAB1234${rioKey('01EAB1234', number)}` })

let app: TestApp
let offer: MadeOffer
beforeAll(async () => {
  app = await testApp({ now: '2026-11-09T09:00:00Z' })
  const prices = [{ item: 'base', oneOffCents: 100, monthlyCents: 100, steps: [] }]
  offer = await addOffer(app.build, { code: 'LIGNE', definition, prices: { public: prices, wholesale: prices } })
})
afterAll(() => app?.close())

const client = () => app.world.companies.client
const fresh = () => app.build.addPerson({ lastName: 'Port', company: client(), administrator: true })
const line = (values: Record<string, string>, siteIds = [client().headOfficeId]) => typed({ offer: 'LIGNE', siteIds, values })
const add = (who: Persona, body: ReturnType<typeof line>) => app.call(who, addBasketLine, { params: { company: client().reference }, body })
const faults = (problem: { readonly errors?: readonly { path: string; code: string }[] | undefined }) =>
  problem.errors?.map(({ path, code }) => [path, code])

it('brings a number along with its own RIO only', async () => {
  const who = await fresh()
  expect(faults((await add(who, line({ ...ported('0199001001'), rio: '01E000000009' }))).problem)).toEqual([['values.rio', 'rio_invalid']])
  expect(faults((await add(who, line({ ...ported('0199001001'), main_number: '0199001002' }))).problem)).toEqual([
    ['values.rio', 'rio_invalid'],
  ])
  expect((await add(who, line(ported('0199001001')))).status).toBe(201)
})

it('brings a number to one site, in one line of the basket', async () => {
  const who = await fresh()
  const sites = [client().headOfficeId, app.world.bordeauxId]
  expect(faults((await add(who, line(ported('0199001003'), sites))).problem)).toEqual([['values.main_number', 'number_one_site']])
  expect((await add(who, line({}, sites))).status).toBe(201)
  expect((await add(who, line(ported('0199001003')))).status).toBe(201)
  expect(faults((await add(who, line(ported('0199001003'), [app.world.bordeauxId]))).problem)).toEqual([
    ['values.main_number', 'number_twice'],
  ])
  const other = await add(who, line(ported('0199001004'), [app.world.bordeauxId]))
  const kept = other.body.lines.find(({ id }) => id === other.body.lineId)
  const changed = await app.call(who, updateBasketLine, {
    params: { company: client().reference, line: other.body.lineId },
    body: {
      siteIds: [app.world.bordeauxId],
      values: ported('0199001003'),
      commitmentMonths: 0,
      wishedOn: null,
      onsiteContactId: null,
      version: kept?.version ?? 0,
    },
  })
  expect(faults(changed.problem)).toEqual([['values.main_number', 'number_twice']])
  const { body } = await app.call(who, readBasket, { params: { company: client().reference } })
  expect(body.lines.flatMap((one) => one.faults)).toEqual([])
})

it('leaves a number to the order that already brings it along', async () => {
  const who = await fresh()
  const contract = await addSubscription(app.build, {
    offer: { id: offer.offerId, versionId: offer.versionId, code: 'LIGNE', name: 'Ligne', family: 'ip_telephony' },
    company: client(),
    state: 'creating',
  })
  const { main_number: _, ...rest } = ported('0199001005')
  await app.build.run('update subscriptions set values = $2 where id = $1', [contract.id, { ...rest, main_number: '+33199001005' }])
  expect(faults((await add(who, line(ported('0199001005')))).problem)).toEqual([['values.main_number', 'number_being_ported']])
  const { body } = await app.call(who, estimateLine, { params: { company: client().reference }, body: line(ported('0199001005')) })
  expect(body.faults).toMatchObject([{ path: 'values.main_number', code: 'number_being_ported' }])
  await app.build.run(`update subscriptions set state = 'abandoned' where id = $1`, [contract.id])
  expect((await add(who, line(ported('0199001005')))).status).toBe(201)
})
