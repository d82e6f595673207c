import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listOfferFamilies } from '#contract/offer-families'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
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
      { code: 'internet_access', name: { fr: 'Accès Internet', en: 'Internet access' } },
      { code: 'ip_telephony', name: { fr: 'Téléphonie IP', en: 'IP telephony' } },
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
