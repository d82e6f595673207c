import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { assignRights, createRight, deleteRight, explainRights, listRights, readRight, updateRight } from '#api/access/rights'
import type { Template } from '#api/templates'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import type { Persona, WorldCompany } from '../../testing/world.ts'

let app: TestApp
let client: WorldCompany
let administrator: Persona
let bordeaux: string
beforeAll(async () => {
  app = await testApp()
  client = app.world.companies.client
  administrator = app.world.personas.clientAdministrator
  bordeaux = app.world.bordeauxId
})
afterAll(() => app?.close())

let number = 0
beforeEach(() => {
  number++
})
const person = (templates: Template[], sites?: string[], company = client) =>
  app.build.addPerson({
    lastName: `Test${number}${Math.random().toString(36).slice(2, 8)}`,
    company,
    rights: [{ universe: 'client', templates, ...(sites ? { sites } : {}) }],
  })
const create = (who: Persona, templates: Template[], siteIds?: string[], name = `Droit ${number} ${Math.random()}`) =>
  app.call(who, createRight, {
    params: { company: client.reference },
    body: { name, universe: 'client', allSites: !siteIds, siteIds: siteIds ?? [], templates },
  })
const assign = (who: Persona, target: Persona, rightIds: string[], version?: number) =>
  app.call(who, assignRights, {
    params: { company: target.company.reference, login: target.login },
    body: { rightIds, ...(version === undefined ? {} : { version }) },
  })
const held = async (target: Persona) =>
  (await app.build.run('select right_id from user_rights where user_id = $1', [target.userId])).rows.map((row) => row.right_id as string)
const actions = async (action: string) =>
  (await app.build.run('select * from activity where action = $1 order by at desc, id desc', [action])).rows

describe('the rights of a company', () => {
  it('lists the main rights, then the custom ones, with what the caller may give', async () => {
    await create(administrator, ['billing.read'])
    const { status, body } = await app.call(administrator, listRights, { params: { company: client.reference } })
    expect(status).toBe(200)
    expect(body.items.slice(0, 2)).toMatchObject([
      { kind: 'administrator', universe: null, abilities: { edit: false, delete: false, assign: true } },
      { kind: 'universe', universe: 'client', allSites: true },
    ])
    expect(body.items[1]?.templates).not.toContain('rights.delegate')
    expect(body.items.slice(2).every((right) => right.kind === 'custom' && right.abilities.edit)).toBe(true)
    expect(body.delegable.client?.['rights.delegate']).toBe('all')
    expect(body.sites).toHaveLength(2)
    expect(body.abilities.create).toBe(true)
  })

  it('shows a reader everything and lets them change nothing', async () => {
    const { companyReader } = app.world.personas
    const { body } = await app.call(companyReader, listRights, { params: { company: client.reference } })
    expect(body.abilities.create).toBe(false)
    expect(body.items.some((right) => right.abilities.edit || right.abilities.assign)).toBe(false)
    expect((await create(companyReader, ['company.read'])).problem.code).toBe('forbidden')
  })

  it('shows a person limited to a site only the rights of that site', async () => {
    await create(administrator, ['services.read'], [bordeaux], `De Bordeaux ${number}`)
    await create(administrator, ['services.read'], [client.headOfficeId], `Du siège ${number}`)
    await create(administrator, ['services.read'], [client.headOfficeId, bordeaux], `Des deux ${number}`)
    const { body } = await app.call(app.world.personas.bordeauxEditor, listRights, { params: { company: client.reference } })
    expect(body.items.map((right) => right.name)).toContain(`De Bordeaux ${number}`)
    expect(body.items.every((right) => !right.allSites && right.sites.every((site) => site.id === bordeaux))).toBe(true)
    expect(body.sites.map((site) => site.id)).toEqual([bordeaux])
  })

  it('counts for a person limited to a site the people of that site, and says that there may be others', async () => {
    const { bordeauxEditor } = app.world.personas
    const right = (await create(administrator, ['services.read'], [bordeaux], `De peu ${number}`)).body
    const [here, elsewhere] = [await person([]), await person([])]
    await app.build.run('update contacts set site_id = $1 where id = $2', [bordeaux, here.contactId])
    for (const target of [here, elsewhere]) await assign(administrator, target, [right.id])
    const seen = async (who: Persona) => {
      const params = { company: client.reference }
      const { items } = (await app.call(who, listRights, { params })).body
      const { holders, holdersComplete } = items.find(({ id }) => id === right.id) ?? {}
      const { people, ...one } = (await app.call(who, readRight, { params: { ...params, right: right.id } })).body
      expect([one.holders, one.holdersComplete]).toEqual([holders, holdersComplete])
      return { holders, holdersComplete, logins: people.map(({ login }) => login) }
    }
    expect(await seen(bordeauxEditor)).toEqual({ holders: 1, holdersComplete: false, logins: [here.login] })
    expect(await seen(administrator)).toMatchObject({ holders: 2, holdersComplete: true })
    await assign(administrator, here, [])
    expect(await seen(bordeauxEditor)).toEqual({ holders: 0, holdersComplete: false, logins: [] })
  })

  it('is read by the partner and the carrier, not by others', async () => {
    const { ambassadorAdministrator, carrierAdministrator, operatorAdministrator, directClientAdministrator } = app.world.personas
    const read = (who: Persona, universe: 'ambassador' | 'carrier' | 'operator' | 'client') =>
      app.call(who, listRights, { universe, params: { company: client.reference } })
    const partner = await read(ambassadorAdministrator, 'ambassador')
    expect(partner.status).toBe(200)
    expect(partner.body.abilities.create).toBe(false)
    expect(partner.body.items.some((right) => right.abilities.assign)).toBe(false)
    const carrier = await read(carrierAdministrator, 'carrier')
    expect(carrier.body.abilities.create).toBe(true)
    expect((await read(operatorAdministrator, 'operator')).status).toBe(404)
    expect((await read(directClientAdministrator, 'client')).status).toBe(404)
  })
})

describe('a custom right', () => {
  it('is created, changed and deleted, each with its line of history', async () => {
    const { status, body: right } = await create(administrator, ['billing.read'], undefined, 'Comptabilité')
    expect(status).toBe(201)
    expect(right).toMatchObject({ kind: 'custom', universe: 'client', templates: ['billing.read'], holders: 0, version: 1 })
    const changed = await app.call(administrator, updateRight, {
      params: { company: client.reference, right: right.id },
      body: {
        name: 'Comptabilité Bordeaux',
        allSites: false,
        siteIds: [bordeaux],
        templates: ['services.read', 'company.read'],
        version: 1,
      },
    })
    expect(changed.body).toMatchObject({ name: 'Comptabilité Bordeaux', allSites: false, sites: [{ id: bordeaux }], version: 2 })
    expect((await actions('right.updated'))[0]).toMatchObject({
      before: { name: 'Comptabilité', sites: 'all', templates: ['billing.read'] },
      after: { name: 'Comptabilité Bordeaux', sites: ['Agence de Bordeaux'], templates: ['company.read', 'services.read'] },
      site_id: bordeaux,
    })
    expect((await app.call(administrator, deleteRight, { params: { company: client.reference, right: right.id } })).status).toBe(204)
    expect((await app.call(administrator, readRight, { params: { company: client.reference, right: right.id } })).status).toBe(404)
    expect((await actions('right.deleted'))[0]).toMatchObject({ object_label: 'Comptabilité Bordeaux' })
  })

  it('names the faulty field', async () => {
    const faults = async (body: object) =>
      (
        await app.call(administrator, createRight, {
          params: { company: client.reference },
          body: { name: `Faute ${number}`, universe: 'client', allSites: true, siteIds: [], templates: ['company.read'], ...body } as never,
        })
      ).problem.errors
    expect(await faults({ name: ' ' })).toMatchObject([{ path: 'name', code: 'required' }])
    expect(await faults({ templates: [] })).toMatchObject([{ path: 'templates', code: 'templates_required' }])
    expect(await faults({ allSites: false })).toMatchObject([{ path: 'siteIds', code: 'required' }])
    expect(await faults({ universe: 'ambassador' })).toMatchObject([{ path: 'universe', code: 'universe_not_held' }])
    expect(await faults({ templates: ['carrier.billing'] })).toMatchObject([{ path: 'templates.0', code: 'template_not_offered' }])
    expect(await faults({ allSites: false, siteIds: [app.world.companies.directClient.headOfficeId] })).toMatchObject([
      { path: 'siteIds.0', code: 'site_unknown' },
    ])
    await create(administrator, ['company.read'], undefined, 'Déjà pris')
    expect(await faults({ name: 'DÉJÀ pris' })).toMatchObject([{ path: 'name', code: 'right_name_taken' }])
    expect(await faults({ name: 'Administrateur tout Univers' })).toMatchObject([{ path: 'name', code: 'right_name_taken' }])
  })

  it('keeps the second of two editors from overwriting the first', async () => {
    const { body: right } = await create(administrator, ['billing.read'])
    const edit = (name: string) =>
      app.call(administrator, updateRight, {
        params: { company: client.reference, right: right.id },
        body: { name, allSites: true, siteIds: [], templates: ['billing.read'], version: 1 },
      })
    expect((await edit(`Premier ${number}`)).status).toBe(200)
    const second = await edit(`Second ${number}`)
    expect(second.problem).toMatchObject({ code: 'version_conflict', current: { name: `Premier ${number}`, version: 2 } })
  })

  it('changes what its holders may do at once', async () => {
    const target = await person(['rio.read'])
    const { body: right } = await create(administrator, ['company.read'])
    await assign(administrator, target, [...(await held(target)), right.id])
    expect((await app.call(target, listRights, { params: { company: client.reference } })).status).toBe(200)
    await app.call(administrator, updateRight, {
      params: { company: client.reference, right: right.id },
      body: { name: right.name, allSites: true, siteIds: [], templates: ['billing.read'], version: 1 },
    })
    expect((await app.call(target, listRights, { params: { company: client.reference } })).problem.code).toBe('forbidden')
  })

  it('that people hold is deleted only when told to take it from them', async () => {
    const target = await person(['rio.read'])
    const before = await held(target)
    const { body: right } = await create(administrator, ['equipment.read'])
    await assign(administrator, target, [...before, right.id])
    const remove = (detach?: 'true') =>
      app.call(administrator, deleteRight, {
        params: { company: client.reference, right: right.id },
        query: detach ? { detach } : {},
      })
    expect((await remove()).problem.code).toBe('conflict')
    expect((await remove('true')).status).toBe(204)
    expect(await held(target)).toEqual(before)
    expect((await actions('user.rights_changed'))[0]).toMatchObject({ object_reference: target.login, before: { rights: [right.name] } })
  })

  it('is not a main right: those are neither changed nor deleted', async () => {
    const { body } = await app.call(administrator, listRights, { params: { company: client.reference } })
    for (const main of body.items.filter((right) => right.kind !== 'custom')) {
      const answer = await app.call(administrator, deleteRight, {
        params: { company: client.reference, right: main.id },
        query: { detach: 'true' },
      })
      expect(answer.problem.code).toBe('forbidden')
    }
  })
})

describe('delegation', () => {
  it('stops at what the giver holds: creation, edition, deletion, giving and taking', async () => {
    const giver = await person(['rights.delegate', 'company.read', 'billing.read'])
    const { body: beyond } = await create(administrator, ['services.read'])
    expect((await create(giver, ['services.read'])).problem.code).toBe('delegation_exceeded')
    const { body: mine, status } = await create(giver, ['billing.read'])
    expect(status).toBe(201)
    const params = { company: client.reference, right: beyond.id }
    const body = { name: 'x', allSites: true, siteIds: [], templates: ['billing.read' as const], version: 1 }
    expect((await app.call(giver, updateRight, { params, body })).problem.code).toBe('delegation_exceeded')
    expect((await app.call(giver, deleteRight, { params })).problem.code).toBe('delegation_exceeded')
    const target = await person(['rio.read'])
    const own = await held(target)
    expect((await assign(giver, target, [...own, beyond.id])).problem.code).toBe('delegation_exceeded')
    expect((await assign(giver, target, [])).problem.code).toBe('delegation_exceeded')
    expect((await assign(giver, target, [...own, mine.id])).status).toBe(200)
    expect((await assign(giver, target, [...own, client.administratorRightId])).problem.code).toBe('delegation_exceeded')
    expect((await held(target)).sort()).toEqual([...own, mine.id].sort())
  })

  it('cannot widen a right that the giver holds into one they do not', async () => {
    const giver = await person(['rights.delegate', 'company.read', 'billing.read'])
    const { body: mine } = await create(giver, ['billing.read'])
    const widened = await app.call(giver, updateRight, {
      params: { company: client.reference, right: mine.id },
      body: { name: mine.name, allSites: true, siteIds: [], templates: ['billing.read', 'cdr.read'], version: 1 },
    })
    expect(widened.problem.code).toBe('delegation_exceeded')
  })

  it('stays within the sites of the giver, who sees nothing of the others', async () => {
    const giver = await person(['rights.delegate', 'company.write', 'services.read'], [bordeaux])
    expect((await create(giver, ['services.read'])).problem.code).toBe('delegation_exceeded')
    expect((await create(giver, ['services.read'], [client.headOfficeId])).problem.errors).toMatchObject([{ code: 'site_unknown' }])
    const { status, body } = await create(giver, ['services.read'], [bordeaux])
    expect(status).toBe(201)
    const target = await person(['rio.read'])
    expect((await assign(giver, target, [body.id])).status).toBe(404)
    await app.build.run('update contacts set site_id = $1 where id = $2', [bordeaux, target.contactId])
    const answer = await assign(giver, target, [body.id])
    expect(answer.status).toBe(200)
    // The right on « RIO » everywhere is out of the giver's sight: it stays.
    expect(await held(target)).toHaveLength(2)
    expect(
      (await app.call(giver, deleteRight, { params: { company: client.reference, right: body.id }, query: { detach: 'true' } })).status,
    ).toBe(204)
  })

  it('lets the carrier give anything to customers, and a pilot nothing', async () => {
    const { carrierAdministrator, carrierPilot } = app.world.personas
    const target = await person(['rio.read'])
    const put = (who: Persona) =>
      app.call(who, assignRights, {
        universe: 'carrier',
        params: { company: client.reference, login: target.login },
        body: { rightIds: [client.administratorRightId] },
      })
    expect((await put(carrierPilot)).problem.code).toBe('forbidden')
    const answer = await put(carrierAdministrator)
    expect(answer.body.rights).toMatchObject([{ kind: 'administrator' }])
    expect((await actions('user.rights_changed'))[0]).toMatchObject({ on_behalf_of: app.world.companies.carrier.name, universe: 'carrier' })
  })

  it('lets a partner make the first administrator of its client, and no more', async () => {
    const { operator } = app.world.companies
    const { operatorAdministrator } = app.world.personas
    const orphan = await app.build.addCompany({ name: `Nouvelle ${number}`, universes: ['client'], operator })
    const first = await app.build.addPerson({ lastName: 'Premier', company: orphan })
    const second = await app.build.addPerson({ lastName: 'Second', company: orphan })
    const put = (target: Persona, rightIds: string[]) =>
      app.call(operatorAdministrator, assignRights, {
        universe: 'operator',
        params: { company: orphan.reference, login: target.login },
        body: { rightIds },
      })
    const universeRight = (await app.build.run(`select id from rights where company_id = $1 and kind = 'universe'`, [orphan.id])).rows[0].id
    expect((await put(first, [universeRight])).problem.code).toBe('forbidden')
    expect((await put(first, [orphan.administratorRightId])).status).toBe(200)
    expect((await put(second, [orphan.administratorRightId])).problem.code).toBe('forbidden')
    expect((await put(first, [])).problem.code).toBe('forbidden')
  })

  it('refuses a right of another company and a person of another company', async () => {
    const target = await person(['rio.read'])
    const { directClient } = app.world.companies
    expect((await assign(administrator, target, [directClient.administratorRightId])).status).toBe(404)
    const { directClientAdministrator } = app.world.personas
    const answer = await app.call(administrator, assignRights, {
      params: { company: client.reference, login: directClientAdministrator.login },
      body: { rightIds: [] },
    })
    expect(answer.status).toBe(404)
  })

  it('refuses what was decided on an older state', async () => {
    const target = await person(['rio.read'])
    const { body: right } = await create(administrator, ['billing.read'])
    expect((await assign(administrator, target, [...(await held(target)), right.id], 1)).body.version).toBe(2)
    expect((await assign(administrator, target, [], 1)).problem.code).toBe('version_conflict')
  })
})

describe('the last administrator', () => {
  const duo = async () => {
    const company = await app.build.addCompany({ name: `Duo ${number}`, universes: ['client'] })
    const one = await app.build.addPerson({ lastName: 'Un', company, administrator: true })
    const two = await app.build.addPerson({ lastName: 'Deux', company, administrator: true })
    return { company, one, two }
  }
  const administrators = async (company: WorldCompany) =>
    (await app.build.run(`select user_id from user_rights where right_id = $1`, [company.administratorRightId])).rowCount

  it('cannot lose the right, even at the carrier’s hand; the one before last can', async () => {
    const { company, one, two } = await duo()
    expect((await assign(one, two, [])).status).toBe(200)
    expect((await assign(one, one, [])).problem.code).toBe('last_administrator')
    const carrier = await app.call(app.world.personas.carrierAdministrator, assignRights, {
      universe: 'carrier',
      params: { company: company.reference, login: one.login },
      body: { rightIds: [] },
    })
    expect(carrier.problem.code).toBe('last_administrator')
    expect(await administrators(company)).toBe(1)
  })

  it('remains when two remove each other at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { company, one, two } = await duo()
      const answers = await Promise.all([assign(one, two, []), assign(two, one, [])])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 403])
      expect(await administrators(company)).toBe(1)
    }
  })

  it('remains when two step down at the same time', async () => {
    for (let round = 0; round < 5; round++) {
      const { company, one, two } = await duo()
      const answers = await Promise.all([assign(one, one, []), assign(two, two, [])])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409])
      expect(await administrators(company)).toBe(1)
    }
  })
})

describe('« Pourquoi ? »', () => {
  it('explains what a person holds and what they do not', async () => {
    const target = await person(['company.write'], [bordeaux])
    const { body, status } = await app.call(administrator, explainRights, { params: { company: client.reference, login: target.login } })
    expect(status).toBe(200)
    expect(body).toMatchObject({ login: target.login, isAdministrator: false, complete: true })
    const lines = new Map(body.universes[0]?.templates.map((line) => [line.template, line]))
    expect(lines.get('company.read')).toMatchObject({ granted: true, sites: [{ id: bordeaux }], sources: [{ through: 'company.write' }] })
    expect(lines.get('billing.read')?.granted).toBe(false)
    expect(lines.get('billing.read')?.offeredBy).toContainEqual(expect.objectContaining({ id: client.administratorRightId }))
  })

  it('agrees with what the database computed, for everybody', async () => {
    const { rows } = await app.build.run(
      `select u.login, er.universe, er.grants from users u join effective_rights er on er.user_id = u.id where u.company_id = $1`,
      [client.id],
    )
    for (const { login, universe, grants } of rows) {
      const { body } = await app.call(administrator, explainRights, { params: { company: client.reference, login } })
      const lines = body.universes.find((one) => one.universe === universe)?.templates ?? []
      const explained = Object.fromEntries(
        lines
          .filter((line) => line.granted)
          .map((line) => [line.template, line.allSites ? 'all' : line.sites.map((site) => site.id).sort()]),
      )
      const sorted = Object.fromEntries(
        Object.entries(grants as Record<string, 'all' | string[]>).map(([template, grant]) => [
          template,
          grant === 'all' ? grant : [...grant].sort(),
        ]),
      )
      expect(explained).toEqual(sorted)
    }
  })
})
