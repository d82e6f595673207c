import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAdminOffer } from '#api/catalog/admin/offer-versions'
import { exportPriceList, importPriceList, type PriceImport } from '#api/catalog/admin/price-lists'
import { readOffer } from '#api/catalog/offers/offers'
import type { ProblemBody } from '#api/problems'
import { type TestApp, testApp, urlOf } from '../../../../testing/test-app.ts'
import { addOffer } from '../../catalog.factory.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
  await addOffer(app.build, { code: 'TRUNK', name: 'TRUNK SIP' })
  await addOffer(app.build, { code: 'FIBRE', name: '=FIBRE', universes: ['client'] })
})
afterAll(() => app?.close())

const staff = () => app.world.personas.carrierAdministrator
const download = async (list: 'public' | 'wholesale', day?: string) =>
  (await app.call(staff(), exportPriceList, { universe: 'carrier', params: { list }, query: { day } })).raw.toString()
const upload = async (text: string, options: { list?: 'public' | 'wholesale'; validFrom?: string; apply?: '1'; token?: string } = {}) => {
  const answer = await app.inject({
    method: 'POST',
    url: urlOf(
      importPriceList,
      'carrier',
      { list: options.list ?? 'public' },
      { validFrom: options.validFrom ?? '2027-01-01', apply: options.apply },
    ),
    headers: { cookie: `session=${options.token ?? staff().token}`, 'content-type': 'text/csv' },
    payload: text,
  })
  return { status: answer.statusCode, body: answer.json() as PriceImport, problem: answer.json() as ProblemBody }
}
const versions = async (offer: string) =>
  (await app.call(staff(), readAdminOffer, { universe: 'carrier', params: { offer } })).body.versions

describe('price lists as files', () => {
  it('tell every item that may have a price, in euros, and mean nothing when they come back as they left', async () => {
    const text = await download('public')
    expect(text.split('\n').slice(0, 6)).toEqual([
      '\ufeffOffre;Désignation;Élément;Libellé;À partir de;Frais HT (€);Mensuel HT (€)',
      "FIBRE;'=FIBRE;base;Abonnement;1;90,00;15,00",
      "FIBRE;'=FIBRE;termination;Frais de résiliation;1;50,00;0,00",
      "FIBRE;'=FIBRE;channels;Canaux;1;0,00;10,00",
      "FIBRE;'=FIBRE;channels;Canaux;10;0,00;8,00",
      "FIBRE;'=FIBRE;backup;Secours;1;;",
    ])
    expect((await upload(text, { apply: '1' })).body).toMatchObject({
      applied: true,
      changes: [],
      versions: [],
      unchangedOffers: 2,
      errors: [],
    })
    expect(await versions('TRUNK')).toHaveLength(1)
  })

  it('are told before they are applied, then make a version of each offer that changes', async () => {
    const text = (await download('public')).replace(
      'TRUNK;TRUNK SIP;base;Abonnement;1;90,00;15,00',
      'TRUNK;TRUNK SIP;base;Abonnement;1;90,00;1 017,5',
    )
    const told = await upload(text)
    expect(told.body).toMatchObject({ applied: false, versions: [{ offer: 'TRUNK', number: 2 }], unchangedOffers: 1, errors: [] })
    expect(told.body.changes).toEqual([
      {
        offer: 'TRUNK',
        name: { fr: 'TRUNK SIP', en: 'TRUNK SIP' },
        item: 'base',
        label: { fr: 'Abonnement', en: 'Subscription' },
        from: 1,
        before: { oneOffCents: 9000, monthlyCents: 1500 },
        after: { oneOffCents: 9000, monthlyCents: 101_750 },
      },
    ])
    expect(await versions('TRUNK')).toHaveLength(1)
    expect((await upload(text, { apply: '1' })).body.applied).toBe(true)
    expect((await versions('TRUNK')).map(({ stage, validFrom, validUntil }) => [stage, validFrom, validUntil])).toEqual([
      ['upcoming', '2027-01-01', null],
      ['current', '2026-01-01', '2026-12-31'],
    ])
    expect(await download('public', '2027-01-01')).toContain('TRUNK;TRUNK SIP;base;Abonnement;1;90,00;1017,50')
    expect(await download('wholesale', '2027-01-01')).toContain('TRUNK;TRUNK SIP;base;Abonnement;1;45,00;7,50')
    const shop = await app.call(app.world.personas.clientAdministrator, readOffer, { params: { offer: 'TRUNK' } })
    expect(shop.body).toMatchObject({ versionNumber: 1, validUntil: '2026-12-31' })
    expect((await upload(text.replace('1 017,5', '18'))).body.errors).toMatchObject([{ code: 'version_overlaps', value: 'TRUNK' }])
  })

  it('keep the first price of what is told by its volume steps only, and the base price of an offer that says nothing of it', async () => {
    const header = 'Offre;Élément;À partir de;Frais HT (€);Mensuel HT (€)'
    const told = await upload([header, 'FIBRE;channels;20;0;6,00'].join('\n'))
    expect(told.body.errors).toEqual([])
    expect(told.body.changes.map(({ name, item, label, from, after }) => [name.fr, item, label.fr, from, after?.monthlyCents])).toEqual([
      ['=FIBRE', 'channels', 'Canaux', 10, undefined],
      ['=FIBRE', 'termination', 'Frais de résiliation', 1, undefined],
      ['=FIBRE', 'channels', 'Canaux', 20, 600],
    ])
    const steps = await upload([header, 'FIBRE;base;5;0;12,00'].join('\n'))
    expect(steps.body.errors).toEqual([])
    expect(steps.body.changes.find(({ item, from }) => item === 'base' && from === 5)?.after).toEqual({
      oneOffCents: 0,
      monthlyCents: 1200,
    })
    const emptied = await upload([header, 'FIBRE;base;1;;', 'FIBRE;channels;1;;', 'FIBRE;channels;5;0;3'].join('\n'))
    expect(emptied.body.errors.map(({ line, code }) => [line, code])).toEqual([
      [4, 'first_price_missing'],
      [4, 'base_price_missing'],
    ])
  })

  it('say each faulty line and apply nothing', async () => {
    const header = 'Offre;Élément;À partir de;Frais HT (€);Mensuel HT (€)'
    const answer = await upload(
      [
        header,
        'FIBRE;base;1;0;-3',
        'FIBRE;nothing;1;0;3',
        'FIBRE;channels;0;0;3',
        'NOPE;base;1;0;3',
        'FIBRE;base;x;0;3',
        ';base;1;0;3',
        'FIBRE;backup;1;0;2',
        'FIBRE;backup;1;0;4',
        'FIBRE;backup;;;',
      ].join('\n'),
      { apply: '1' },
    )
    expect(answer.body.applied).toBe(false)
    expect(answer.body.errors.map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [2, 'amount_invalid'],
        [3, 'price_item_unknown'],
        [4, 'number_invalid'],
        [5, 'offer_unknown'],
        [6, 'number_invalid'],
        [7, 'required'],
        [9, 'duplicate'],
      ]),
    )
    expect(await versions('FIBRE')).toHaveLength(1)
  })

  it('read quantities as a spreadsheet shows them, and judge lines without amounts too', async () => {
    const header = 'Offre;Élément;À partir de;Frais HT (€);Mensuel HT (€)'
    const shown = await upload([header, 'FIBRE;channels;1;0;10,00', 'FIBRE;channels;1 000;0;4', 'FIBRE;channels;2\u202f000;0;3'].join('\n'))
    expect(shown.body.errors).toEqual([])
    expect(shown.body.changes.map(({ from }) => from)).toEqual(expect.arrayContaining([1000, 2000]))
    const answer = await upload(
      [
        header,
        'FIBRE;channels;0x10;0;3',
        'FIBRE;channels;1e3;0;3',
        'NOPE;base;1;;',
        'FIBRE;nothing;1;;',
        'FIBRE;base;abc;;',
        'FIBRE;base;1;;',
      ].join('\n'),
    )
    expect(answer.body.errors.map(({ line, code }) => [line, code])).toEqual([
      [2, 'number_invalid'],
      [3, 'number_invalid'],
      [4, 'offer_unknown'],
      [5, 'price_item_unknown'],
      [6, 'number_invalid'],
    ])
  })

  it('refuse what is no price list, a day gone by, and whoever does not write the catalogue', async () => {
    expect((await upload('a;b\n1;2')).problem.errors).toMatchObject([{ path: 'file', code: 'header_missing' }])
    expect((await upload('%PDF-1.7 \u0000')).problem.errors).toMatchObject([{ path: 'file', code: 'file_not_csv' }])
    expect((await upload(await download('public'), { validFrom: '2026-11-20' })).problem.errors).toMatchObject([{ code: 'date_past' }])
    expect((await upload('Offre', { token: app.world.personas.carrierPilot.token })).status).toBe(403)
  })
})
