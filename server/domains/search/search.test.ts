import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nearPattern } from '#api/search/rules/near-words'
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

  it('finds a telephone number whatever its writing', async () => {
    const { personas: p, companies: c } = app.world
    await app.build.run(
      `insert into contacts (id, company_id, first_name, last_name, phone, mobile)
       values (gen_random_uuid(), $1, 'Nadia', 'Numéro', '+33536490007', '+590690335941')`,
      [c.client.id],
    )
    for (const q of [
      '05 36 49 00 07',
      '+33536490007',
      '0033536490007',
      '+33 5 36 49',
      '0690335941',
      '06 90 33 59 41',
      '+590690335941',
      '0690 33',
    ])
      expect(await found(p.clientAdministrator, 'client', q), q).toEqual(['contact Nadia Numéro'])
    expect(await found(p.clientAdministrator, 'client', '\u202a05 36 49 00 08\u202c')).toEqual([])
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

  it('forgives a typing error in each word, and says so', async () => {
    const { personas: p, companies: c } = app.world
    const hits = async (who: Persona, universe: Universe, q: string) =>
      (await app.call(who, search, { universe, query: { q } })).body.hits.map(
        ({ kind, label, near }) => `${near ? '~' : ''}${kind} ${label}`,
      )
    for (const typed of ['Ma Socité', 'scoiété', 'Socieeté ma', 'ma sosiété'])
      for (const [who, universe] of [
        [p.clientAdministrator, 'client'],
        [p.ambassadorAdministrator, 'ambassador'],
        [p.carrierAdministrator, 'carrier'],
      ] as const)
        expect(await hits(who, universe, typed), `${typed} in ${universe}`).toContain('~company Ma Société')
    expect(await hits(p.clientAdministrator, 'client', 'agense de bordaeux')).toEqual(['~site Agence de Bordeaux'])
    expect(await hits(p.clientAdministrator, 'client', 'Agence de Bordeaux')).toEqual(['site Agence de Bordeaux'])
    // Two words that exist, though not together: one of them is misspelled.
    await app.build.run(
      `insert into contacts (id, company_id, first_name, last_name) values (gen_random_uuid(), $1, 'Jaen', 'Thouvenin'), (gen_random_uuid(), $1, 'Jean', 'Rabourdin')`,
      [c.client.id],
    )
    expect(await hits(p.clientAdministrator, 'client', 'jaen rabourdin')).toEqual(['~contact Jean Rabourdin'])
    // One letter in three is another word, one digit another number.
    expect(await hits(p.clientAdministrator, 'client', 'agx bordeaux')).toEqual([])
    expect(await hits(p.clientAdministrator, 'client', 'introuvable')).toEqual([])
  })

  it('reads references and numbers through letters that look like digits', async () => {
    const { personas: p, companies: c } = app.world
    const sloppy = c.client.reference.replaceAll('0', 'o').replace('I', 'l')
    expect(await found(p.carrierAdministrator, 'carrier', sloppy)).toContain('company Ma Société')
    expect(await found(p.clientAdministrator, 'client', p.clientAdministrator.login.replaceAll('0', 'O'))).toEqual(['user Camille Martin'])
    await app.build.run("update companies set phone = '+33199001123' where id = $1", [c.client.id])
    expect(await found(p.clientAdministrator, 'client', 'Ol 99 OO l1 23')).toEqual(['company Ma Société'])
  })

  it('forgives nobody into what is not theirs', async () => {
    const { personas: p } = app.world
    expect(await found(p.directClientAdministrator, 'client', 'Ma Socité')).toEqual([])
    expect(await found(p.otherOperatorAdministrator, 'operator', 'Ma Socité')).toEqual([])
    expect(await found(p.bordeauxEditor, 'client', 'siege socail')).toEqual([])
    expect(await found(p.bordeauxEditor, 'client', 'agense')).toEqual(['site Agence de Bordeaux'])
  })

  it('spells a word as the portal’s own rule does', async () => {
    for (const word of ['paul', 'bordeaux']) {
      const { rows } = await app.build.run('select spelling from app.spellings($1) spelling', [word])
      const pattern = new RegExp(nearPattern(word))
      expect(rows.length).toBeGreaterThan(word.length * 50)
      expect(
        rows.map((row) => row.spelling).filter((spelling) => !pattern.test(spelling) && !spelling.startsWith(word.slice(0, -1))),
      ).toEqual([])
    }
  })
})
