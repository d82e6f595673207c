import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSubscription } from '#api/orders/contract/contract'
import {
  attachTerminationLetter,
  enterTermination,
  previewTermination,
  requestTermination,
  type TerminationPreview,
  withdrawTermination,
} from '#api/orders/termination/terminations'
import type { Universe } from '#api/universes'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addSubscription, type TestOffer, type TestSubscription } from '../../subscriptions/subscriptions.factory.ts'

let app: TestApp
let offer: TestOffer
beforeAll(async () => {
  app = await testApp()
  offer = await addOffer(app.build)
})
afterAll(() => app?.close())

type Options = Omit<Parameters<typeof addSubscription>[1], 'offer' | 'company'> & { company?: TestSubscription['company'] }
const committed = [{ startsOn: '2025-11-19', months: 36, endsOn: '2028-11-18', monthlyCents: 35_000 }]
const contract = (options: Options = {}) =>
  addSubscription(app.build, { offer, company: app.world.companies.client, commitments: committed, ...options })

const preview = (who: Persona, universe: Universe, subscription: string, query: object = {}) =>
  app.call(who, previewTermination, { universe, params: { subscription }, query })
const confirmation = ({ version, wishedOn, effectiveOn, costs }: TerminationPreview) => ({
  version,
  wishedOn,
  effectiveOn,
  totalCents: costs.totalCents,
})
const confirm = (who: Persona, universe: Universe, subscription: string, body: object, key?: string) =>
  app.call(who, requestTermination, {
    universe,
    params: { subscription },
    body: body as never,
    ...(key ? { headers: { 'idempotency-key': key } } : {}),
  })
const withdraw = (who: Persona, universe: Universe, subscription: string) =>
  app.call(who, withdrawTermination, { universe, params: { subscription } })
const codes = (answer: { problem: { errors?: readonly { path: string; code: string }[] | undefined } }) =>
  answer.problem.errors?.map(({ path, code }) => [path, code])
const stateOf = async (id: string) =>
  (await app.build.run('select state, version, last_order_kind, last_order_state, displayed_state from subscriptions where id = $1', [id]))
    .rows[0]

describe('preview of a termination', () => {
  it('computes the notice, the days, the costs and the curve', async () => {
    const { personas: p } = app.world
    const { reference } = await contract()
    const answer = await preview(p.clientAdministrator, 'client', reference)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      requestedOn: '2026-11-21',
      wishedOn: '2026-11-21',
      notice: { count: 1, unit: 'month' },
      earliestOn: '2026-12-21',
      effectiveOn: '2026-12-21',
      isPutOff: true,
      billedUntil: '2026-12-31',
      remainingMonths: 23,
      costs: { oneOffCents: 15_000, penaltyCents: 23 * 35_000, totalCents: 23 * 35_000 + 15_000, monthlyCents: 35_000 },
      services: [{ name: 'Trunk SIP', site: 'Siège Social', accountcode: null }],
      serviceCount: 1,
      refusal: null,
    })
    expect(answer.body.curve[0]).toMatchObject({ month: '2026-12', remainingMonths: 23 })
    expect(answer.body.curve.at(-1)?.month).toBe('2028-12')
    expect(answer.body.curve.filter(({ isCheapest }) => isCheapest).map(({ month }) => month)).toEqual(['2028-11'])
    const later = await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2027-03-10' })
    expect(later.body).toMatchObject({ effectiveOn: '2027-03-10', isPutOff: false, billedUntil: '2027-03-31', remainingMonths: 20 })
    // The partner and the carrier see the accountcodes that close too.
    expect((await preview(p.ambassadorAdministrator, 'ambassador', reference)).body.services[0]?.accountcode).toEqual(expect.any(Number))
    expect((await preview(p.carrierPilot, 'carrier', reference, { requestedOn: '2026-11-01' })).body.earliestOn).toBe('2026-12-01')
  })

  it('frees a renewed contract, and holds 24 months against a small company that waived nothing', async () => {
    const { personas: p, companies: c } = app.world
    const renewed = await contract({
      tacitRenewal: true,
      commitments: [{ startsOn: '2024-11-19', months: 24, endsOn: '2026-11-18', monthlyCents: 35_000 }],
    })
    expect((await preview(p.clientAdministrator, 'client', renewed.reference)).body).toMatchObject({
      isRenewed: true,
      notice: { count: 10, unit: 'day' },
      effectiveOn: '2026-12-01',
      costs: { totalCents: 0 },
    })
    await app.build.run("update companies set size = 'small' where id = $1", [c.client.id])
    const small = await contract()
    const waived = await contract({ waiver: true })
    const bound = (await preview(p.clientAdministrator, 'client', small.reference)).body
    expect(bound.remainingMonths).toBe(11)
    expect(bound.shortened).toMatchObject([{ months: 36, endsOn: '2028-11-18', heldUntil: '2027-11-18', sparedCents: 12 * 35_000 }])
    const free = (await preview(p.clientAdministrator, 'client', waived.reference)).body
    expect(free.remainingMonths).toBe(23)
    expect(free.shortened).toEqual([])
    await app.build.run("update companies set size = 'unknown' where id = $1", [c.client.id])
  })

  it('names what leans on the contract', async () => {
    const trunk = await contract()
    const leaning = await contract({ values: { trunk: trunk.id } })
    expect((await preview(app.world.personas.clientAdministrator, 'client', trunk.reference)).body.dependents).toEqual([
      { reference: leaning.reference, name: 'TRUNK SIP' },
    ])
  })

  it('refuses impossible days, other companies, other sites, and an operator’s client', async () => {
    const { personas: p, companies: c } = app.world
    const { reference } = await contract()
    expect(codes(await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2026-11-20' }))).toEqual([
      ['wishedOn', 'date_past'],
    ])
    expect(codes(await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2036-11-22' }))).toEqual([
      ['wishedOn', 'date_beyond'],
    ])
    expect(codes(await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2027-02-30' }))).toEqual([
      ['wishedOn', 'date_invalid'],
    ])
    expect(codes(await preview(p.carrierPilot, 'carrier', reference, { requestedOn: '2026-11-22' }))).toEqual([
      ['receivedOn', 'date_future'],
    ])
    // A notice cannot start before the contract did: a mistyped year would otherwise cost centuries of penalties.
    expect(codes(await preview(p.carrierPilot, 'carrier', reference, { requestedOn: '1925-11-19' }))).toEqual([
      ['receivedOn', 'date_before_contract'],
    ])
    expect((await preview(p.carrierPilot, 'carrier', reference, { requestedOn: '2025-11-19' })).status).toBe(200)
    expect((await preview(p.directClientAdministrator, 'client', reference)).status).toBe(404)
    expect((await preview(p.operatorAdministrator, 'operator', reference)).status).toBe(404)
    expect((await preview(p.companyReader, 'client', reference)).status).toBe(403)
    expect((await preview(p.clientAdministrator, 'client', 'OC999999')).status).toBe(404)
    const final = await contract({ company: c.endClient })
    expect((await preview(p.endClientAdministrator, 'client', final.reference)).status).toBe(403)
    expect((await preview(p.operatorAdministrator, 'operator', final.reference)).body.refusal).toBeNull()
  })
})

describe('termination', () => {
  it('is confirmed once, withdrawn, confirmed again, and ends on its day', async () => {
    const { personas: p } = app.world
    const { id, reference } = await contract()
    const shown = (await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2027-01-15' })).body
    const first = await confirm(p.clientAdministrator, 'client', reference, { ...confirmation(shown), reason: 'Déménagement' }, 'once')
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({
      state: 'pending',
      origin: 'portal',
      effectiveOn: '2027-01-15',
      billedUntil: '2027-01-31',
      remainingMonths: 22,
      reason: 'Déménagement',
      requestedBy: 'Camille Martin',
      costs: { oneOffCents: 15_000, penaltyCents: 22 * 35_000 },
    })
    expect(
      (await confirm(p.clientAdministrator, 'client', reference, { ...confirmation(shown), reason: 'Déménagement' }, 'once')).body,
    ).toEqual(first.body)
    expect(await stateOf(id)).toMatchObject({
      state: 'termination_requested',
      last_order_kind: 'termination',
      displayed_state: 'submitted',
    })
    const again = await confirm(p.clientAdministrator, 'client', reference, confirmation(shown))
    expect([again.status, again.problem.code]).toEqual([409, 'termination_pending'])

    expect((await withdraw(p.clientAdministrator, 'client', reference)).status).toBe(204)
    expect(await stateOf(id)).toMatchObject({ state: 'active', displayed_state: 'cancelled_by_client' })
    expect((await withdraw(p.clientAdministrator, 'client', reference)).problem.code).toBe('conflict')

    const fresh = (await preview(p.clientAdministrator, 'client', reference, { wishedOn: '2027-01-15' })).body
    const second = await confirm(p.clientAdministrator, 'client', reference, confirmation(fresh))
    expect(second.status).toBe(201)
    expect(second.body.orderReference).not.toBe(first.body.orderReference)
    const { rows: items } = await app.build.run(
      `select i.item, i.action, a.one_off_cents::int as one_off, a.monthly_cents::int as monthly, a.payer_id = o.company_id as paid
       from orders o join order_items i on i.order_id = o.id join order_item_amounts a on a.order_item_id = i.id where o.reference = $1 order by i.position`,
      [second.body.orderReference],
    )
    expect(items).toEqual([
      { item: 'base', action: 'delete', one_off: 0, monthly: 35_000, paid: true },
      { item: 'termination', action: 'add', one_off: 15_000, monthly: 0, paid: true },
      { item: 'penalty', action: 'add', one_off: 22 * 35_000, monthly: 0, paid: true },
    ])
    const { rows: jobs } = await app.build.run('select count(*)::int as n from activity where object_reference = $1', [reference])
    expect(jobs[0].n).toBe(3)
  })

  it('refuses what is not as shown, before the notice or in the past, and changes nothing', async () => {
    const { personas: p } = app.world
    const { id, reference } = await contract()
    const before = await stateOf(id)
    const shown = (await preview(p.clientAdministrator, 'client', reference)).body
    const good = confirmation(shown)
    const attempt = (over: object) => confirm(p.clientAdministrator, 'client', reference, { ...good, ...over })
    expect(codes(await attempt({ effectiveOn: '2026-12-20' }))).toEqual([['effectiveOn', 'date_before_notice']])
    expect(codes(await attempt({ wishedOn: '2026-11-20' }))).toEqual([['wishedOn', 'date_past']])
    const dearer = await attempt({ totalCents: good.totalCents - 1 })
    expect([dearer.status, dearer.problem.code]).toEqual([409, 'version_conflict'])
    expect(dearer.problem.current).toMatchObject({ costs: { totalCents: good.totalCents } })
    expect((await attempt({ version: 99 })).problem.code).toBe('version_conflict')
    expect((await attempt({ effectiveOn: '2027-12-31' })).problem.code).toBe('version_conflict')
    expect((await attempt({ totalCents: -1 })).status).toBe(422)
    expect(await stateOf(id)).toEqual(before)
    expect((await app.build.run('select count(*)::int as n from orders where subscription_id = $1', [id])).rows[0].n).toBe(0)
  })

  it('of a contract that is terminated, not delivered, or under a running addition is refused', async () => {
    const { personas: p } = app.world
    const body = { version: 1, wishedOn: '2026-12-31', effectiveOn: '2026-12-31', totalCents: 0 }
    const of = async (options: Options) => {
      const { id, reference } = await contract(options)
      return { id, reference }
    }
    const ended = await of({ state: 'terminated' })
    expect((await confirm(p.clientAdministrator, 'client', ended.reference, body)).problem.code).toBe('subscription_terminated')
    expect((await preview(p.clientAdministrator, 'client', ended.reference)).body.refusal).toBe('terminated')
    const creating = await of({ state: 'creating' })
    expect((await confirm(p.clientAdministrator, 'client', creating.reference, body)).problem.code).toBe('conflict')
    const changing = await of({})
    await app.build.run(
      "update subscriptions set last_order_number = 1, last_order_reference = 'COM00001', last_order_kind = 'addition', last_order_state = 'in_delivery' where id = $1",
      [changing.id],
    )
    expect((await confirm(p.clientAdministrator, 'client', changing.reference, body)).problem.code).toBe('running_order')
    expect((await preview(p.clientAdministrator, 'client', changing.reference)).body.refusal).toBe('running_order')
  })

  it('needs the right on every site of the contract', async () => {
    const { personas: p, companies: c } = app.world
    const { reference } = await contract({ siteIds: [c.client.headOfficeId, app.world.bordeauxId] })
    const here = await app.build.addPerson({
      lastName: 'Bordelais',
      company: c.client,
      rights: [{ universe: 'client', templates: ['orders.terminate', 'orders.manage'], sites: [app.world.bordeauxId] }],
    })
    const shown = await preview(here, 'client', reference)
    expect(shown.body.refusal).toBe('other_sites')
    expect((await confirm(here, 'client', reference, confirmation(shown.body))).status).toBe(403)
    const own = await contract({ siteId: app.world.bordeauxId })
    const ownShown = await preview(here, 'client', own.reference)
    expect((await confirm(here, 'client', own.reference, confirmation(ownShown.body))).status).toBe(201)
    const elsewhere = await contract()
    expect((await preview(here, 'client', elsewhere.reference)).status).toBe(404)
    expect(
      (
        await confirm(p.endClientAdministrator, 'client', (await contract({ company: c.endClient })).reference, {
          ...confirmation(ownShown.body),
        })
      ).status,
    ).toBe(403)
  })

  it('is asked by the operator that pays, and proposed by the ambassador to its client', async () => {
    const { personas: p, companies: c } = app.world
    const final = await contract({ company: c.endClient })
    const byOperator = (await preview(p.operatorAdministrator, 'operator', final.reference)).body
    expect((await confirm(p.operatorAdministrator, 'operator', final.reference, confirmation(byOperator))).status).toBe(201)
    const sold = await contract()
    const byAmbassador = (await preview(p.ambassadorAdministrator, 'ambassador', sold.reference)).body
    expect((await confirm(p.ambassadorAdministrator, 'ambassador', sold.reference, confirmation(byAmbassador))).status).toBe(201)
    expect(await stateOf(sold.id)).toMatchObject({ state: 'active', last_order_kind: 'termination', last_order_state: 'awaiting_client' })
  })
})

describe('terminations that the carrier enters', () => {
  const enter = (subscription: string, body: object, who = app.world.personas.carrierPilot) =>
    app.call(who, enterTermination, { universe: 'carrier', params: { subscription }, body: body as never })

  it('count the notice from the letter, and keep it', async () => {
    const { personas: p } = app.world
    const { reference } = await contract()
    const shown = (await preview(p.carrierPilot, 'carrier', reference, { requestedOn: '2026-11-10', origin: 'letter' })).body
    expect(shown).toMatchObject({ earliestOn: '2026-12-10', effectiveOn: '2026-12-10', wishedOn: '2026-11-10' })
    const entered = await enter(reference, { ...confirmation(shown), origin: 'letter', receivedOn: '2026-11-10' })
    expect(entered.status).toBe(201)
    expect(entered.body).toMatchObject({ origin: 'letter', requestedOn: '2026-11-10', requestedBy: 'Céline B. (exploitant)' })
    const letter = await app.inject({
      method: 'POST',
      url: urlOf(attachTerminationLetter, 'carrier', { subscription: reference }, { name: 'lettre.pdf' }),
      headers: { cookie: `session=${p.carrierPilot.token}`, 'content-type': 'application/pdf' },
      payload: Buffer.from('%PDF-1.4 letter'),
    })
    expect(letter.statusCode).toBe(201)
    const kept = (await app.call(p.clientAdministrator, readSubscription, { params: { subscription: reference } })).body.documents
    expect(kept).toMatchObject([{ kind: 'termination_letter', createdBy: 'Céline B. (exploitant)' }])
    const fake = await app.inject({
      method: 'POST',
      url: urlOf(attachTerminationLetter, 'carrier', { subscription: reference }, { name: 'lettre.pdf' }),
      headers: { cookie: `session=${p.carrierPilot.token}`, 'content-type': 'application/pdf' },
      payload: Buffer.from('MZ not a letter'),
    })
    expect(fake.json().errors).toEqual([expect.objectContaining({ path: 'file', code: 'file_type_refused' })])
  })

  it('keep every letter about them, whoever asked and even once the contract has ended', async () => {
    const { personas: p } = app.world
    const send = (subscription: string, name: string, who = p.carrierPilot, universe: 'carrier' | 'client' = 'carrier') =>
      app.inject({
        method: 'POST',
        url: urlOf(attachTerminationLetter, universe, { subscription }, { name }),
        headers: { cookie: `session=${who.token}`, 'content-type': 'application/pdf' },
        payload: Buffer.from('%PDF-1.4 letter'),
      })
    const seen = async (subscription: string, who = p.carrierPilot, universe: 'carrier' | 'client' = 'carrier') =>
      (await app.call(who, readSubscription, { universe, params: { subscription } })).body
    const { reference, id } = await contract()
    expect((await send(reference, 'trop tôt.pdf')).json().code).toBe('conflict')
    expect((await seen(reference)).abilities.attachLetter).toBe(false)
    // Asked on the portal, then confirmed by a registered letter.
    const shown = (await preview(p.clientAdministrator, 'client', reference)).body
    expect((await confirm(p.clientAdministrator, 'client', reference, confirmation(shown))).status).toBe(201)
    expect((await seen(reference)).abilities.attachLetter).toBe(true)
    expect((await seen(reference, p.clientAdministrator, 'client')).abilities.attachLetter).toBe(false)
    expect((await send(reference, 'de la part d’un client.pdf', p.clientAdministrator)).statusCode).toBe(403)
    expect((await send(reference, 'lettre.pdf')).statusCode).toBe(201)
    await app.build.run(`update terminations set state = 'effective' where subscription_id = $1`, [id])
    await app.build.run(`update subscriptions set state = 'terminated', terminated_on = '2026-11-21' where id = $1`, [id])
    expect((await seen(reference)).abilities.attachLetter).toBe(true)
    expect((await send(reference, 'seconde lettre.pdf')).statusCode).toBe(201)
    const { documents } = await seen(reference, p.clientAdministrator, 'client')
    expect(documents.map(({ name }) => name).sort()).toEqual(['lettre.pdf', 'seconde lettre.pdf'])
  })

  it('are the carrier’s pilots’ alone, never in the future, and a port-out is not withdrawn', async () => {
    const { personas: p } = app.world
    const { reference } = await contract()
    const shown = (await preview(p.carrierPilot, 'carrier', reference, { origin: 'port_out' })).body
    expect(shown).toMatchObject({ effectiveOn: '2026-11-21', notice: { count: 0, unit: 'day' } })
    expect(codes(await enter(reference, { ...confirmation(shown), origin: 'port_out', receivedOn: '2026-11-22' }))).toEqual([
      ['receivedOn', 'date_future'],
    ])
    expect((await enter(reference, { ...confirmation(shown), origin: 'portal', receivedOn: '2026-11-21' })).status).toBe(422)
    const later = (await preview(p.carrierPilot, 'carrier', reference, { origin: 'port_out', wishedOn: '2026-12-24' })).body
    expect((await enter(reference, { ...confirmation(later), origin: 'port_out', receivedOn: '2026-11-21' })).status).toBe(201)
    expect((await withdraw(p.clientAdministrator, 'client', reference)).problem.code).toBe('conflict')
    expect(
      (await enter(reference, { ...confirmation(later), origin: 'letter', receivedOn: '2026-11-21' }, p.clientAdministrator)).status,
    ).toBe(403)
  })
})
