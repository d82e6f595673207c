import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AdminFamily, createOffer, listAdminOffers, updateOffer, writeFamilies } from '#api/catalog/admin/offer-versions'
import { listOfferFamilies } from '#api/catalog/families/offer-families'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addSubscription } from '../../subscriptions/subscriptions.factory.ts'
import { addOffer } from '../catalog.factory.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await addOffer(app.build, { code: 'TRUNK', name: 'TRUNK SIP' })
  await addOffer(app.build, { code: 'FIBRE', family: 'internet_access' })
  await addOffer(app.build, { code: 'SOON', family: 'cloud', state: 'draft' })
})
afterAll(() => app?.close())

const seenBy = async (who: Persona, universe: 'client' | 'ambassador' | 'operator' | 'carrier') =>
  (await app.call(who, listOfferFamilies, { universe })).body.items

describe('the families that a reader filters by', () => {
  it('are those that it has something in, in the order and under the names of the catalogue', async () => {
    const { personas } = app.world
    const known = [
      { code: 'internet_access', name: { fr: 'Accès Internet', en: 'Internet access' }, icon: 'world' },
      { code: 'ip_telephony', name: { fr: 'Téléphonie IP', en: 'IP telephony' }, icon: 'call' },
    ]
    expect(await seenBy(personas.directClientAdministrator, 'client')).toEqual(known)
    expect(await seenBy(personas.endClientAdministrator, 'client')).toEqual(known)
    expect(await seenBy(personas.ambassadorAdministrator, 'ambassador')).toEqual(known)
    expect(await seenBy(personas.operatorAdministrator, 'operator')).toEqual(known)
    // What is not on sale yet is the carrier's own.
    const everything = await seenBy(personas.carrierAdministrator, 'carrier')
    expect(everything.map(({ code }) => code)).toEqual(['internet_access', 'cloud', 'ip_telephony'])
    expect((await app.call(personas.accountant, listOfferFamilies)).status).toBe(403)
  })
})

describe('the families of the carrier', () => {
  let editor: Persona
  beforeAll(async () => {
    editor = await app.build.addPerson({
      lastName: 'Catalogue',
      company: app.world.companies.carrier,
      rights: [{ universe: 'carrier', templates: ['carrier.catalog'] }],
    })
  })
  const list = async () => (await app.call(editor, listAdminOffers, { universe: 'carrier' })).body.families
  const plain = (families: readonly AdminFamily[]) => families.map(({ code, name, icon }) => ({ code, name, icon }))
  const write = (body: object) => app.call(editor, writeFamilies, { universe: 'carrier', body: body as never })
  const errorsOf = async (families: unknown) =>
    (await write({ families, seen: plain(await list()) })).problem.errors?.map(({ path, code }) => [path, code])
  const security = { code: null, name: { fr: 'Cybersécurité', en: 'Cybersecurity' }, icon: 'shield' }

  it('are made, named and put in order; what somebody else wrote meanwhile is not lost', async () => {
    const before = plain(await list())
    const [first, second, ...others] = before
    const renamed = { ...second, name: { fr: 'Nuage', en: 'Clouds' } }
    const { body } = await write({ families: [renamed, security, first, ...others], seen: before })
    const made = { ...security, code: 'cybersecurite' }
    expect(plain(body.families)).toEqual([renamed, made, first, ...others])
    expect(await list()).toEqual(body.families)
    expect(body.families[1]).toMatchObject({ offers: 0, contracts: false })
    expect((await write({ families: before, seen: before })).problem).toMatchObject({
      code: 'version_conflict',
      current: { families: plain(body.families) },
    })
    // The code stays what it was made as.
    const again = [{ ...made, name: { fr: 'Sécurité', en: 'Security' } }, ...before]
    expect((await write({ families: again, seen: plain(body.families) })).body.families[0]?.code).toBe('cybersecurite')
    await write({ families: before, seen: plain(await list()) })
    expect(plain(await list())).toEqual(before)
  })

  it('bear each a name of their own, in both languages', async () => {
    const seen = plain(await list())
    expect(await errorsOf([...seen, seen[1]])).toEqual([[`families.${seen.length}.name.fr`, 'duplicate']])
    expect(await errorsOf([...seen, { ...security, name: { fr: 'TELEPHONIE ip', en: 'Other' } }])).toEqual([
      [`families.${seen.length}.name.fr`, 'duplicate'],
    ])
    expect(await errorsOf([...seen, { ...security, name: { fr: 'Autre', en: 'cloud' } }])).toEqual([
      [`families.${seen.length}.name.en`, 'duplicate'],
    ])
    expect(await errorsOf([{ ...seen[0], name: { fr: '', en: 'x' } }, ...seen.slice(1)])).toEqual([['families.0.name.fr', 'required']])
    expect(await errorsOf([...seen, { ...security, code: 'nope' }])).toEqual([[`families.${seen.length}.name.fr`, 'family_unknown']])
    expect(await errorsOf([...seen, { ...security, icon: 'nope' }])).toEqual([[`families.${seen.length}.icon`, 'invalid']])
    expect(await errorsOf([])).toEqual([['families', 'required']])
    expect(plain(await list())).toEqual(seen)
  })

  it('go once nothing is in them', async () => {
    const seen = plain(await list())
    const without = (code: string) => seen.filter((family) => family.code !== code)
    expect((await write({ families: without('cloud'), seen })).problem.errors).toEqual([
      { path: 'families', code: 'family_has_offers', params: { name: 'Cloud', count: 1 } },
    ])
    // An offer that moves leaves its contracts where they were ordered.
    const { offerId, versionId } = await addOffer(app.build, { code: 'BOX', family: 'equipment' })
    await addSubscription(app.build, {
      company: app.world.companies.directClient,
      offer: { id: offerId, versionId, code: 'BOX', name: 'Box', family: 'equipment' },
    })
    await app.build.run(`update offers set family = 'mobile' where code = 'BOX'`)
    expect(await errorsOf(without('equipment'))).toEqual([['families', 'family_has_contracts']])
    const { body } = await write({ families: without('standard_telephony'), seen })
    expect(body.families.map(({ code }) => code)).not.toContain('standard_telephony')
    await write({
      families: seen.map((one) => (one.code === 'standard_telephony' ? { ...one, code: null } : one)),
      seen: plain(await list()),
    })
    expect((await list()).map(({ code }) => code)).toContain('telephonie_standard')
  })

  it('are what an offer is put in: no other one', async () => {
    const fieldsIn = (family: string) => ({
      family,
      name: { fr: 'Nuage', en: 'Cloud' },
      universes: ['client' as const],
      addsTo: [],
      position: 1,
    })
    const create = (family: string) =>
      app.call(editor, createOffer, { universe: 'carrier', body: { ...fieldsIn(family), code: 'NEW', kind: 'contract' } })
    expect((await create('nope')).problem.errors).toMatchObject([{ path: 'family', code: 'family_unknown' }])
    expect((await create('')).problem.errors).toMatchObject([{ path: 'family', code: 'required' }])
    expect((await create('cloud')).status).toBe(201)
    const update = (family: string) =>
      app.call(editor, updateOffer, { universe: 'carrier', params: { offer: 'NEW' }, body: { ...fieldsIn(family), version: 1 } })
    expect((await update('nope')).problem.errors).toMatchObject([{ path: 'family', code: 'family_unknown' }])
    expect((await update('mobile')).body.family).toBe('mobile')
  })

  it('are written by nobody else', async () => {
    const { personas } = app.world
    const seen = plain(await list())
    const body = { families: [...seen, security], seen } as never
    expect((await app.call(personas.operatorAdministrator, writeFamilies, { universe: 'operator', body })).status).toBe(404)
    expect((await app.call(personas.directClientAdministrator, writeFamilies, { universe: 'carrier', body })).status).toBe(403)
    const { rows } = await app.build.run(`
      select distinct substring(grantee from 'u_[a-z_]+$') as role from information_schema.role_table_grants
      where table_name = 'offer_families' and privilege_type <> 'SELECT' and grantee ~ 'u_[a-z_]+$'`)
    expect(rows).toEqual([{ role: 'u_carrier' }])
  })
})
