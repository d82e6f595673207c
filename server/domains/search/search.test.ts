import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { search } from '#api/search/search'
import type { Universe } from '#api/universes'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import type { Persona } from '../../testing/world.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

const found = async (who: Persona, universe: Universe, q: string) => {
  const answer = await app.call(who, search, { universe, query: { q } })
  expect(answer.status, q).toBe(200)
  return answer.body.hits.map((hit) => `${hit.kind} ${hit.label}`)
}

describe('header search', () => {
  it('finds by beginnings of words, accents and case apart, in any order', async () => {
    const { clientAdministrator: who } = app.world.personas
    expect(await found(who, 'client', 'BORD')).toContain('site Agence de Bordeaux')
    expect(await found(who, 'client', 'bordeaux agence')).toEqual(['site Agence de Bordeaux'])
    expect(await found(who, 'client', 'societe')).toEqual(['company Ma Société'])
    expect(await found(who, 'client', 'bordeaux introuvable')).toEqual([])
    expect(await found(who, 'client', 'de la')).toEqual([])
  })

  it('finds references and logins as people write them', async () => {
    const { personas: p, companies: c } = app.world
    expect(await found(p.carrierAdministrator, 'carrier', c.client.reference.toLowerCase())).toContain('company Ma Société')
    expect(await found(p.clientAdministrator, 'client', p.clientAdministrator.login)).toEqual(['user Camille Martin'])
  })

  it('finds entries that have several frequent words, and nobody else’s', async () => {
    const { personas: p, companies: c } = app.world
    await app.build.run(
      `insert into contacts (id, company_id, first_name, last_name)
       select gen_random_uuid(), id, case when n % 2 = 0 then 'Anne' else 'Paul' end, case when n % 3 = 0 then 'Petit' else 'Grand' end
       from unnest($1::uuid[]) id, generate_series(1, 1300) n`,
      [[c.client.id, c.directClient.id]],
    )
    await app.build.run(
      `insert into contacts (id, company_id, first_name, last_name) values (gen_random_uuid(), $1, 'Anne', 'Petit Grand')`,
      [c.directClient.id],
    )
    expect(new Set(await found(p.clientAdministrator, 'client', 'anne petit'))).toEqual(new Set(['contact Anne Petit']))
    expect(await found(p.clientAdministrator, 'client', 'petit grand')).toEqual([])
    expect(await found(p.directClientAdministrator, 'client', 'grand petit')).toEqual(['contact Anne Petit Grand'])
    expect(await found(p.carrierAdministrator, 'carrier', 'petit grand anne')).toEqual(['contact Anne Petit Grand'])
  })

  it('keeps a right limited to a site within it', async () => {
    const { bordeauxEditor: who } = app.world.personas
    expect(await found(who, 'client', 'agence')).toEqual(['site Agence de Bordeaux'])
    expect(await found(who, 'client', 'siege')).toEqual([])
  })
})
