import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listActivity } from '#api/activity/activity'
import type { ResponseOf } from '#api/endpoint'
import type { ProblemBody } from '#api/problems'
import {
  bulkEditAccountcodes,
  listAccountcodes,
  readAccountcodeHistory,
  updateAccountcode,
} from '#api/subscriptions/accountcodes/accountcodes'
import type { Universe } from '#api/universes'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addOffer, addSubscription } from '../subscriptions.factory.ts'

let app: TestApp
let sold: Awaited<ReturnType<typeof addSubscription>>
let second: Awaited<ReturnType<typeof addSubscription>>
let wholesale: Awaited<ReturnType<typeof addSubscription>>

beforeAll(async () => {
  app = await testApp()
  const { companies: c } = app.world
  const offer = await addOffer(app.build)
  sold = await addSubscription(app.build, { offer, company: c.client })
  second = await addSubscription(app.build, { offer, company: c.client, siteId: app.world.bordeauxId })
  wholesale = await addSubscription(app.build, { offer, company: c.endClient })
})
afterAll(() => app.close())

const list = (who: Persona, universe: Universe, query: object = {}) => app.call(who, listAccountcodes, { universe, query })
const numbers = async (who: Persona, universe: Universe, query: object = {}) =>
  (await list(who, universe, query)).body.items.map(({ number }) => number)
const update = (who: Persona, universe: Universe, number: number, body: object) =>
  app.call(who, updateAccountcode, { universe, params: { accountcode: String(number) }, body: body as never })

describe('accountcodes', () => {
  it('are the partner’s and the carrier’s, never a client’s', async () => {
    const { personas: p } = app.world
    expect(await numbers(p.ambassadorAdministrator, 'ambassador')).toEqual([sold.accountcode, second.accountcode])
    expect(await numbers(p.operatorAdministrator, 'operator')).toEqual([wholesale.accountcode])
    expect(await numbers(p.carrierPilot, 'carrier')).toHaveLength(3)
    expect((await list(p.clientAdministrator, 'client')).status).toBe(404)
    expect((await list(p.clientAdministrator, 'ambassador')).status).toBe(403)
    const { body } = await list(p.ambassadorAdministrator, 'ambassador')
    expect(body.items[0]).toMatchObject({
      label: 'Trunk SIP',
      partnerCode: '',
      state: 'active',
      client: { name: 'Ma Société' },
      site: 'Siège Social',
      service: { reference: sold.service, kind: 'sip_trunk' },
      subscription: { reference: sold.reference },
      abilities: { edit: true },
    })
    expect(body.abilities.edit).toBe(true)
  })

  it('are not read by a client in the history of its company', async () => {
    const { companies: c, personas: p } = app.world
    const secret = await addSubscription(app.build, { offer: await addOffer(app.build), company: c.endClient })
    const [current] = (await list(p.operatorAdministrator, 'operator', { number: String(secret.accountcode) })).body.items
    const changed = await update(p.operatorAdministrator, 'operator', secret.accountcode, {
      label: 'Marge forte',
      partnerCode: 'MARGE-40',
      version: current?.version,
    })
    expect(changed.status).toBe(200)
    const lines = async (who: Persona, universe: Universe) =>
      (await app.call(who, listActivity, { universe, params: { company: c.endClient.reference } })).body.items.filter(
        ({ objectKind }) => objectKind === 'accountcode',
      )
    expect(await lines(p.operatorAdministrator, 'operator')).toHaveLength(1)
    expect(await lines(p.endClientAdministrator, 'client')).toEqual([])
  })

  it('are changed with their history, not over somebody else’s change', async () => {
    const { personas: p } = app.world
    const changed = await update(p.ambassadorAdministrator, 'ambassador', sold.accountcode, {
      version: 1,
      label: ' Accueil ',
      partnerCode: 'ÉT-17',
    })
    expect(changed.body).toMatchObject({ label: 'Accueil', partnerCode: 'ÉT-17', version: 2 })
    const stale = await update(p.ambassadorAdministrator, 'ambassador', sold.accountcode, { version: 1, label: 'x', partnerCode: '' })
    expect(stale.problem.code).toBe('version_conflict')
    expect(stale.problem.current).toMatchObject({ label: 'Accueil' })
    const same = await update(p.ambassadorAdministrator, 'ambassador', sold.accountcode, {
      version: 2,
      label: 'Accueil',
      partnerCode: 'ÉT-17',
    })
    expect(same.body.version).toBe(2)
    const history = await app.call(p.ambassadorAdministrator, readAccountcodeHistory, {
      universe: 'ambassador',
      params: { accountcode: String(sold.accountcode) },
    })
    expect(history.body.items).toEqual([
      {
        at: '2026-11-21T09:00:00.000Z',
        by: 'Camille Conseil',
        before: { label: 'Trunk SIP', partnerCode: '' },
        after: { label: 'Accueil', partnerCode: 'ÉT-17' },
      },
    ])
    expect((await update(p.operatorAdministrator, 'operator', sold.accountcode, { version: 2, label: 'x', partnerCode: '' })).status).toBe(
      404,
    )
    expect((await update(p.ambassadorAdministrator, 'ambassador', 1, { version: 1, label: 'x', partnerCode: '' })).status).toBe(404)
    const long = await update(p.ambassadorAdministrator, 'ambassador', sold.accountcode, {
      version: 2,
      label: 'x'.repeat(121),
      partnerCode: 'a\u0007',
    })
    expect(long.problem.errors?.map(({ path, code }) => [path, code])).toEqual([
      ['label', 'too_long'],
      ['partnerCode', 'control_characters'],
    ])
  })

  it('are found by every column and sorted', async () => {
    const { personas: p } = app.world
    const found = (query: object) => numbers(p.ambassadorAdministrator, 'ambassador', query)
    expect(await found({ label: 'acc' })).toEqual([sold.accountcode])
    expect(await found({ partnerCode: 'et' })).toEqual([sold.accountcode])
    expect(await found({ partnerCode: 'none' })).toEqual([second.accountcode])
    expect(await found({ number: String(second.accountcode) })).toEqual([second.accountcode])
    expect(await found({ subscription: second.reference })).toEqual([second.accountcode])
    expect(await found({ service: sold.service })).toEqual([sold.accountcode])
    expect(await found({ client: 'ma soc' })).toHaveLength(2)
    expect(await found({ client: app.world.companies.client.reference })).toHaveLength(2)
    expect(await found({ state: 'closed' })).toEqual([])
    expect(await found({ q: 'accueil' })).toEqual([sold.accountcode])
    for (const sort of ['label', 'partnerCode', 'client', 'service', 'number'])
      expect(await found({ sort: `-${sort}` }), sort).toEqual([...(await found({ sort }))].reverse())
  })
})

const sendBulk = async (who: Persona, universe: Universe, content: string, apply = false) => {
  const answer = await app.inject({
    method: 'POST',
    url: urlOf(bulkEditAccountcodes, universe, {}, apply ? { apply: '1' } : {}),
    headers: { cookie: `session=${who.token}`, 'content-type': 'text/csv' },
    payload: content,
  })
  return {
    status: answer.statusCode,
    body: answer.json() as ResponseOf<typeof bulkEditAccountcodes>,
    problem: answer.json() as ProblemBody,
  }
}

describe('bulk edit', () => {
  it('comes back from the export, dry first, then for all lines', async () => {
    const { personas: p } = app.world
    const file = await app.call(p.ambassadorAdministrator, listAccountcodes.exports.csv, { universe: 'ambassador' })
    const edited = file.raw
      .toString('utf8')
      .split('\n')
      .map((line, index) => (index === 2 ? line.replace(';Trunk SIP;;', ';Agence;=BDX;') : line))
      .join('\n')
    const dry = await sendBulk(p.ambassadorAdministrator, 'ambassador', edited)
    expect(dry.body).toMatchObject({ applied: false, total: 2, changed: 1, unchanged: 1, errorCount: 0 })
    expect(dry.body.changes).toEqual([
      {
        line: 3,
        number: second.accountcode,
        before: { label: 'Trunk SIP', partnerCode: '' },
        after: { label: 'Agence', partnerCode: '=BDX' },
      },
    ])
    expect(await numbers(p.ambassadorAdministrator, 'ambassador', { label: 'agence' })).toEqual([])
    expect((await sendBulk(p.ambassadorAdministrator, 'ambassador', edited, true)).body).toMatchObject({ applied: true, changed: 1 })
    expect(await numbers(p.ambassadorAdministrator, 'ambassador', { label: 'agence' })).toEqual([second.accountcode])
    // What was exported as text for a spreadsheet's sake is read as it was.
    const again = await app.call(p.ambassadorAdministrator, listAccountcodes.exports.csv, { universe: 'ambassador' })
    expect((await sendBulk(p.ambassadorAdministrator, 'ambassador', again.raw.toString('utf8'))).body).toMatchObject({
      changed: 0,
      unchanged: 2,
    })
  })

  it('tells the zeros that a spreadsheet lost', async () => {
    const { personas: p } = app.world
    const file = (code: string) => `Accountcode;Code partenaire\n${second.accountcode};${code}`
    const send = (code: string, apply = false) => sendBulk(p.ambassadorAdministrator, 'ambassador', file(code), apply)
    const before = (await app.build.run('select partner_code from accountcodes where number = $1', [second.accountcode])).rows[0]
      .partner_code
    expect((await send('00123', true)).body).toMatchObject({ applied: true, zerosLost: 0 })
    expect((await send('123')).body).toMatchObject({ changed: 1, zerosLost: 1 })
    expect((await send('124')).body).toMatchObject({ changed: 1, zerosLost: 0 })
    expect((await send('00123')).body).toMatchObject({ changed: 0, zerosLost: 0 })
    await send(before, true)
  })

  it('names every faulty line and then changes nothing', async () => {
    const { personas: p } = app.world
    const content = [
      'Accountcode;Libellé',
      `${sold.accountcode};Changé`,
      `${wholesale.accountcode};Pas à moi`,
      `abc;Faux`,
      `${sold.accountcode};Encore`,
      `${second.accountcode};${'x'.repeat(121)}`,
    ].join('\n')
    const answer = await sendBulk(p.ambassadorAdministrator, 'ambassador', content, true)
    expect(answer.body).toMatchObject({ applied: false, errorCount: 4 })
    expect(answer.body.errors.map(({ line, column, code }) => [line, column, code])).toEqual([
      [3, 'Accountcode', 'accountcode_unknown'],
      [4, 'Accountcode', 'accountcode_unknown'],
      [5, null, 'duplicate_line'],
      [6, 'Libellé', 'too_long'],
    ])
    expect(await numbers(p.ambassadorAdministrator, 'ambassador', { label: 'change' })).toEqual([])
    expect((await sendBulk(p.ambassadorAdministrator, 'ambassador', 'Nom\nx')).problem.errors).toEqual([
      expect.objectContaining({ path: 'file', code: 'column_missing' }),
    ])
    expect((await sendBulk(p.companyReader, 'ambassador', content)).status).toBe(403)
    // Numbers that a spreadsheet cut, under titles that hold commas.
    const cut = await sendBulk(p.ambassadorAdministrator, 'ambassador', 'Accountcode;Libellé;Notes (a, b, c, d)\n7,3E+08;x;\n')
    expect(cut.body.errors).toMatchObject([{ line: 2, column: 'Accountcode', code: 'scientific_number', value: '7,3E+08' }])
  })
})
