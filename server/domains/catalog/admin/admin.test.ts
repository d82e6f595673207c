import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addOfferSheet,
  changeOfferState,
  createOffer,
  deleteOfferSheet,
  deleteOfferVersion,
  draftOfferVersion,
  endOfferVersion,
  listAdminOffers,
  publishOfferVersion,
  readAdminOffer,
  readOfferVersion,
  updateOffer,
  type VersionForm,
  writeOfferVersion,
} from '#api/catalog/admin/offer-versions'
import { downloadOfferSheet, readOffer } from '#api/catalog/offers/offers'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, type MadeOffer, trunkDefinition } from '../catalog.factory.ts'

let app: TestApp
let editor: Persona
let trunk: MadeOffer
beforeAll(async () => {
  app = await testApp()
  editor = await app.build.addPerson({
    lastName: 'Catalogue',
    company: app.world.companies.carrier,
    rights: [{ universe: 'carrier', templates: ['carrier.catalog'] }],
  })
  trunk = await addOffer(app.build, { code: 'TRUNK', name: 'TRUNK SIP' })
})
afterAll(() => app?.close())

const carrier = { universe: 'carrier' } as const
const version = (number: number, offer = 'TRUNK') => ({ ...carrier, params: { offer, number } })
const fields = { family: 'cloud' as const, name: { fr: 'Nuage', en: 'Cloud' }, universes: ['client' as const], addsTo: [], position: 3 }
const form = (validFrom: string): VersionForm => ({
  validFrom,
  validUntil: null,
  definition: JSON.parse(JSON.stringify(trunkDefinition)),
  prices: {
    public: [{ item: 'base', oneOffCents: 0, monthlyCents: 1900, steps: [] }],
    wholesale: [{ item: 'base', oneOffCents: 0, monthlyCents: 1000, steps: [] }],
  },
})
const errorsOf = (answer: { problem: { errors?: readonly { path: string; code: string }[] } }) =>
  answer.problem.errors?.map(({ path, code }) => [path, code])
const draft = async (validFrom: string) =>
  (await app.call(editor, draftOfferVersion, { ...carrier, params: { offer: 'TRUNK' }, body: { from: 1, validFrom } })).body

describe('offers', () => {
  it('are created with a first draft, changed, and listed by shelf, text and state', async () => {
    const made = await app.call(editor, createOffer, { ...carrier, body: { code: 'CLOUD-1', kind: 'contract', ...fields } })
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', current: null, drafts: 1, versions: [{ number: 1, stage: 'draft' }] },
    })
    const changed = await app.call(editor, updateOffer, {
      ...carrier,
      params: { offer: 'CLOUD-1' },
      body: { ...fields, name: { fr: 'Nuage privé', en: 'Private cloud' }, version: 1 },
    })
    expect(changed.body).toMatchObject({ name: { fr: 'Nuage privé' }, version: 2 })
    const codes = async (query: object) =>
      (await app.call(editor, listAdminOffers, { ...carrier, query })).body.items.map((item) => item.code)
    expect(await codes({})).toEqual(['CLOUD-1', 'TRUNK'])
    expect(await codes({ q: 'prive' })).toEqual(['CLOUD-1'])
    expect(await codes({ state: 'on_sale', sort: '-code' })).toEqual(['TRUNK'])
    expect(await codes({ family: 'mobile' })).toEqual([])
  })

  it('refuse a code taken, additions to nothing, stale edits', async () => {
    const create = (body: object) =>
      app.call(editor, createOffer, { ...carrier, body: { code: 'X', kind: 'contract', ...fields, ...body } as never })
    expect((await create({ code: 'TRUNK' })).problem.code).toBe('already_exists')
    expect(errorsOf(await create({ kind: 'addition' }))).toEqual([['addsTo', 'required']])
    expect(errorsOf(await create({ kind: 'addition', addsTo: ['TRUNK', 'NOPE'] }))).toEqual([['addsTo.1', 'offer_unknown']])
    expect(errorsOf(await create({ addsTo: ['TRUNK'] }))).toEqual([['addsTo', 'invalid']])
    expect(errorsOf(await create({ code: 'a b' }))).toEqual([['code', 'offer_code_invalid']])
    expect(errorsOf(await create({ copyOf: 'NOPE' }))).toEqual([['copyOf', 'offer_unknown']])
    const stale = await app.call(editor, updateOffer, { ...carrier, params: { offer: 'TRUNK' }, body: { ...fields, version: 9 } })
    expect(stale).toMatchObject({ status: 409, problem: { code: 'version_conflict', current: { code: 'TRUNK' } } })
  })

  it('leave the shop and come back', async () => {
    const move = (state: 'on_sale' | 'withdrawn', v: number) =>
      app.call(editor, changeOfferState, { ...carrier, params: { offer: 'TRUNK' }, body: { state, version: v } })
    const inShop = async () => (await app.call(app.world.personas.clientAdministrator, readOffer, { params: { offer: 'TRUNK' } })).status
    expect((await move('withdrawn', 1)).body).toMatchObject({ state: 'withdrawn', abilities: { withdraw: false, putOnSale: true } })
    expect(await inShop()).toBe(404)
    expect((await move('withdrawn', 2)).problem.code).toBe('conflict')
    await move('on_sale', 2)
    expect(await inShop()).toBe(200)
  })
})

describe('versions', () => {
  it('are drafted from another, written, published: the one before ends the day before', async () => {
    const made = await draft('2026-12-01')
    expect(made).toMatchObject({ stage: 'draft', impediments: [], abilities: { edit: true, publish: true, delete: true, end: false } })
    expect(made.prices.public.map((price) => price.item)).toEqual(['base', 'channels', 'termination'])
    const written = await app.call(editor, writeOfferVersion, { ...version(made.number), body: { ...form('2026-12-01'), revision: 1 } })
    expect(written.body).toMatchObject({ revision: 2, prices: { public: [{ monthlyCents: 1900 }] } })
    const published = await app.call(editor, publishOfferVersion, { ...version(made.number), body: { revision: 2 } })
    expect(published.body).toMatchObject({ stage: 'upcoming', abilities: { publish: false, delete: false, end: true } })
    const offer = await app.call(editor, readAdminOffer, { ...carrier, params: { offer: 'TRUNK' } })
    expect(offer.body.versions.map(({ number, stage, validUntil }) => [number, stage, validUntil])).toEqual([
      [2, 'upcoming', null],
      [1, 'current', '2026-11-30'],
    ])
  })

  it('never cover the same days twice', async () => {
    const made = await draft('2026-12-01')
    expect(errorsOf(await app.call(editor, publishOfferVersion, { ...version(made.number), body: { revision: 1 } }))).toEqual([
      ['validFrom', 'version_overlaps'],
    ])
    const longer = await app.call(editor, endOfferVersion, { ...version(1), body: { validUntil: null, revision: 2 } })
    expect(errorsOf(longer)).toEqual([['validUntil', 'version_overlaps']])
    expect((await app.call(editor, deleteOfferVersion, version(made.number))).status).toBe(204)
  })

  it('are refused when their parts contradict one another, and say so while drafts', async () => {
    const made = await draft('2027-01-01')
    const wrong = form('2027-01-01')
    wrong.definition.quantityKey = 'nothing'
    // Nothing would be renewed.
    Object.assign(wrong.definition, { tacitRenewal: true, commitments: [{ months: 0, discountBasisPoints: 0 }] })
    wrong.definition.characteristics.push({ key: 'channels', label: { fr: 'x', en: 'x' }, required: false, type: 'boolean' })
    // An answer to it would be charged the fee of leaving.
    wrong.definition.characteristics.push({ key: 'termination', label: { fr: 'x', en: 'x' }, required: false, type: 'boolean' })
    wrong.prices.wholesale = [{ item: 'unknown', oneOffCents: 0, monthlyCents: 0, steps: [] }]
    const written = await app.call(editor, writeOfferVersion, { ...version(made.number), body: { ...wrong, revision: 1 } })
    const faults = [
      ['definition.characteristics.3.key', 'duplicate'],
      ['definition.characteristics.4.key', 'key_reserved'],
      ['definition.quantityKey', 'key_unknown'],
      ['definition.tacitRenewal', 'renewal_without_commitment'],
      ['prices.wholesale.0.item', 'price_item_unknown'],
      ['prices.wholesale', 'base_price_missing'],
    ]
    expect(written.body.impediments.map(({ path, code }) => [path, code])).toEqual(faults)
    const published = await app.call(editor, publishOfferVersion, { ...version(made.number), body: { revision: 2 } })
    expect([published.status, errorsOf(published)]).toEqual([422, faults])
    await app.call(editor, deleteOfferVersion, version(made.number))
  })

  it('are judged piece by piece before they are kept', async () => {
    const made = await draft('2027-01-01')
    const write = (change: (body: VersionForm) => void) => {
      const body = form('2027-01-01')
      change(body)
      return app.call(editor, writeOfferVersion, { ...version(made.number), body: { ...body, revision: 1 } })
    }
    const text = (pattern: string) => ({
      key: 'code',
      label: { fr: 'x', en: 'x' },
      required: true,
      type: 'text' as const,
      maximum: 10,
      pattern,
    })
    expect(errorsOf(await write((body) => body.definition.characteristics.push(text('(?=a)b'))))).toEqual([
      ['definition.characteristics.3.pattern', 'pattern_invalid'],
    ])
    expect(errorsOf(await write((body) => body.definition.characteristics.push({ ...text('a'), type: 'color' } as never)))).toEqual([
      ['definition.characteristics.3.type', 'invalid'],
    ])
    expect(errorsOf(await write((body) => body.prices.public.push({ item: 'base', oneOffCents: 1, monthlyCents: 1, steps: [] })))).toEqual([
      ['prices.public.1.item', 'duplicate'],
    ])
    expect(errorsOf(await write((body) => Object.assign(body, { validUntil: '2026-12-31' })))).toEqual([['validUntil', 'dates_reversed']])
    expect(errorsOf(await write((body) => Object.assign(body.definition, { penaltyBasisPoints: 10_001, leadTimeDays: -1 })))).toEqual([
      ['definition.penaltyBasisPoints', 'number_invalid'],
      ['definition.leadTimeDays', 'number_invalid'],
    ])
    expect(errorsOf(await write((body) => Object.assign(body.definition, { commitments: [] })))).toEqual([
      ['definition.commitments', 'required'],
    ])
    const unanswered = await write((body) => Object.assign(body.definition, { tacitRenewal: 12 }))
    expect(errorsOf(unanswered)).toEqual([['definition.tacitRenewal', 'required']])
    const renewed = await write((body) => Object.assign(body.definition, { tacitRenewal: true }))
    expect([renewed.body.impediments, renewed.body.definition.tacitRenewal]).toEqual([[], true])
    const stale = await app.call(editor, writeOfferVersion, { ...version(made.number), body: { ...form('2027-01-01'), revision: 7 } })
    expect(stale.problem.code).toBe('version_conflict')
    await app.call(editor, deleteOfferVersion, version(made.number))
  })

  it('never change once ordered, through the portal or beside it', async () => {
    const made = await addOffer(app.build, { code: 'ORDERED', validFrom: '2026-12-10' })
    const write = () => app.call(editor, writeOfferVersion, { ...version(1, 'ORDERED'), body: { ...form('2026-12-10'), revision: 1 } })
    await app.build.run('select app.freeze_offer_version($1, $2)', [made.versionId, app.clock.now()])
    expect((await write()).problem.code).toBe('conflict')
    const before = (await app.call(editor, readOfferVersion, version(1, 'ORDERED'))).body
    for (const statement of [
      `update offer_versions set definition = '{}' where id = $1`,
      `update offer_prices set monthly_cents = 1 where version_id = $1`,
      `delete from offer_prices where version_id = $1`,
    ])
      await expect(app.build.run(statement, [made.versionId])).rejects.toMatchObject({ code: 'MY409' })
    const ended = await app.call(editor, endOfferVersion, { ...version(1, 'ORDERED'), body: { validUntil: '2026-12-31', revision: 1 } })
    expect(ended.body).toMatchObject({ validUntil: '2026-12-31', definition: before.definition, prices: before.prices })
    expect(ended.body.firstOrderedAt).not.toBeNull()
  })
})

describe('sheets', () => {
  const send = (path: { offer: string; number: number }, bytes: string, type = 'application/pdf') =>
    app.inject({
      method: 'POST',
      url: urlOf(addOfferSheet, 'carrier', path, { name: 'Fiche trunk.pdf' }),
      headers: { cookie: `session=${editor.token}`, 'content-type': type },
      payload: bytes,
    })

  it('are added, read by who may order, copied with the version, removed', async () => {
    const made = await send({ offer: 'TRUNK', number: 1 }, '%PDF-1.7 fiche')
    expect(made.statusCode, made.body).toBe(201)
    const { id } = made.json()
    const read = await app.call(app.world.personas.endClientAdministrator, downloadOfferSheet, { params: { sheet: id } })
    expect([read.status, read.raw.toString()]).toEqual([200, '%PDF-1.7 fiche'])
    const copy = await draft('2027-03-01')
    expect(copy.sheets.map((sheet) => sheet.name)).toEqual(['Fiche trunk.pdf'])
    // A draft's sheet is the carrier's own, and the file that both name stays as long as one of them does.
    const [own] = copy.sheets
    if (!own) throw new Error('no sheet')
    expect((await app.call(app.world.personas.clientAdministrator, downloadOfferSheet, { params: { sheet: own.id } })).status).toBe(404)
    expect((await app.call(editor, deleteOfferSheet, { ...carrier, params: { sheet: id } })).status).toBe(204)
    expect((await app.call(editor, downloadOfferSheet, { ...carrier, params: { sheet: own.id } })).status).toBe(200)
    expect((await app.call(editor, deleteOfferSheet, { ...carrier, params: { sheet: own.id } })).status).toBe(204)
    await app.call(editor, deleteOfferVersion, version(copy.number))
  })

  it('are PDFs, of versions that nobody ordered', async () => {
    expect((await send({ offer: 'TRUNK', number: 1 }, 'MZ not a pdf')).json().errors).toMatchObject([
      { path: 'file', code: 'file_type_refused' },
    ])
    expect((await send({ offer: 'TRUNK', number: 9 }, '%PDF-1.7')).statusCode).toBe(404)
    expect((await send({ offer: 'ORDERED', number: 1 }, '%PDF-1.7')).json().code).toBe('conflict')
  })
})

describe('the catalogue', () => {
  it('is written by its editors only, and read by the staff that need it', async () => {
    const { personas } = app.world
    const body = { code: 'Y', kind: 'contract' as const, ...fields }
    expect((await app.call(personas.carrierPilot, createOffer, { ...carrier, body })).status).toBe(403)
    expect((await app.call(personas.clientAdministrator, createOffer, { universe: 'client', body })).status).toBe(404)
    expect((await app.call(personas.carrierPilot, listAdminOffers, carrier)).body.abilities).toEqual({ edit: false })
    expect((await app.call(personas.carrierPilot, readOfferVersion, version(1))).body.abilities).toEqual({
      edit: false,
      publish: false,
      delete: false,
      end: false,
    })
    expect((await app.call(editor, readAdminOffer, { ...carrier, params: { offer: 'NOPE' } })).status).toBe(404)
    expect((await app.call(editor, readOfferVersion, version(99))).status).toBe(404)
    expect(trunk.code).toBe('TRUNK')
  })

  it('keeps its history', async () => {
    const { rows } = await app.build.run(`select distinct action from activity where object_kind = 'offer' order by 1`)
    expect(rows.map((row) => row.action)).toEqual(
      expect.arrayContaining(['offer.created', 'offer.version_published', 'offer.sheet_added', 'offer.withdrawn']),
    )
  })
})
