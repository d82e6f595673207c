import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftOfferVersion, readOfferVersion } from '#api/catalog/admin/offer-versions'
import { downloadOfferSheet, readOffer } from '#api/catalog/offers/offers'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { downloadSubscriptionSheet, readSubscription } from '#api/orders/contract/contract'
import { pdfText } from '../../../testing/pdf-text.ts'
import { type TestApp, testApp } from '../../../testing/test-app.ts'
import type { Persona } from '../../../testing/world.ts'
import { addSubscription } from '../../subscriptions/subscriptions.factory.ts'
import { addOffer, type MadeOffer, trunkDefinition } from '../catalog.factory.ts'

const definition: OfferDefinition = {
  ...trunkDefinition,
  summary: { fr: 'Vos appels sur Internet.', en: 'Your calls over the Internet.' },
  description: { fr: 'Premier paragraphe.\n\nSecond paragraphe.', en: 'First paragraph.\n\nSecond paragraph.' },
  characteristics: [
    ...trunkDefinition.characteristics,
    { key: 'line', label: { fr: 'Accès', en: 'Access' }, required: true, type: 'contract', offers: [] },
    {
      key: 'codec',
      label: { fr: 'Qualité', en: 'Quality' },
      required: false,
      type: 'choice',
      options: [
        { value: 'hd', label: { fr: 'Haute définition', en: 'High definition' } },
        { value: 'sd', label: { fr: 'Standard', en: 'Plain' } },
      ],
    },
  ],
}

let app: TestApp
let trunk: MadeOffer
let partners: MadeOffer
beforeAll(async () => {
  app = await testApp()
  trunk = await addOffer(app.build, { code: 'TRUNK', name: 'Trunk SIP', definition })
  partners = await addOffer(app.build, { code: 'PARTNERS', universes: ['operator'] })
})
afterAll(() => app.close())

const speak = (who: Persona, language: string) => app.build.run('update users set language = $2 where id = $1', [who.userId, language])
const download = (who: Persona, sheet: string, universe: 'client' | 'operator' | 'carrier' = 'client') =>
  app.call(who, downloadOfferSheet, { universe, params: { sheet } })

describe('the sheet of an offer to which nobody gave any', () => {
  it.each([
    [
      'fr',
      'Fiche produit Trunk SIP.pdf',
      [
        'Fiche produit',
        'Second paragraphe',
        'De 2 à 60',
        'Haute définition · Standard',
        'Sans, ou 36 mois',
        'par contrat',
        'Nos équipes',
        '+ 8 jours',
        'un appel entrant',
      ],
    ],
    [
      'en',
      'Product sheet Trunk SIP.pdf',
      [
        'Product sheet',
        'Second paragraph',
        'From 2 to 60',
        'High definition · Plain',
        'None, or 36 months',
        'per contract',
        'Our teams',
        '+ 8 days',
        'one more incoming call',
      ],
    ],
  ] as const)('is composed from its version, in %s, without any price', async (language, name, expected) => {
    const { clientAdministrator: who } = app.world.personas
    await speak(who, language)
    const { sheets } = (await app.call(who, readOffer, { params: { offer: 'TRUNK' } })).body
    expect(sheets).toEqual([{ id: trunk.versionId, name, mediaType: 'application/pdf', size: null }])
    const file = await download(who, trunk.versionId)
    expect(file.status).toBe(200)
    const text = pdfText(file.raw)
    for (const words of ['Trunk SIP', ...expected]) expect(text).toContain(words)
    expect(text).not.toMatch(/€|\d,\d\d|\d\.\d\d/)
    await speak(who, 'fr')
  })

  it('is for who may order the offer, an operator’s client too; a draft’s is the carrier’s', async () => {
    const { personas: p } = app.world
    expect((await download(p.endClientAdministrator, trunk.versionId)).status).toBe(200)
    expect((await download(p.clientAdministrator, partners.versionId)).status).toBe(404)
    expect((await download(p.operatorAdministrator, partners.versionId, 'operator')).status).toBe(200)
    expect((await download(p.accountant, trunk.versionId)).status).toBe(403)
    const draft = await app.call(p.carrierAdministrator, draftOfferVersion, {
      universe: 'carrier',
      params: { offer: 'TRUNK' },
      body: { from: 1, validFrom: '2027-03-01' },
    })
    const { sheets } = (
      await app.call(p.carrierAdministrator, readOfferVersion, {
        universe: 'carrier',
        params: { offer: 'TRUNK', number: draft.body.number },
      })
    ).body
    expect(sheets).toMatchObject([{ size: null }])
    const own = sheets[0]?.id ?? ''
    expect((await download(p.carrierAdministrator, own, 'carrier')).status).toBe(200)
    expect((await download(p.clientAdministrator, own)).status).toBe(404)
  })

  it('stays with the contract that was signed, and yields to the one that the carrier gives', async () => {
    const { personas: p, companies: c } = app.world
    const offer = { id: trunk.offerId, versionId: trunk.versionId, code: 'TRUNK', name: 'Trunk SIP', family: 'ip_telephony' }
    const { reference } = await addSubscription(app.build, { offer: offer as never, company: c.client })
    const contract = (await app.call(p.clientAdministrator, readSubscription, { params: { subscription: reference } })).body
    expect(contract.sheets).toMatchObject([{ id: trunk.versionId, size: null }])
    const of = (who: Persona, sheet: string) => app.call(who, downloadSubscriptionSheet, { params: { subscription: reference, sheet } })
    expect((await of(p.clientAdministrator, trunk.versionId)).raw.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await of(p.clientAdministrator, partners.versionId)).status).toBe(404)
    expect((await of(p.directClientAdministrator, trunk.versionId)).status).toBe(404)
    await app.build.run(
      `insert into offer_sheets (id, version_id, name, media_type, size, sha256, storage_key) values (gen_random_uuid(), $1, 'Fiche.pdf', 'application/pdf', 3, '', 'x')`,
      [trunk.versionId],
    )
    const after = (await app.call(p.clientAdministrator, readOffer, { params: { offer: 'TRUNK' } })).body
    expect(after.sheets).toMatchObject([{ name: 'Fiche.pdf', size: 3 }])
    expect((await download(p.clientAdministrator, trunk.versionId)).status).toBe(404)
  })
})
