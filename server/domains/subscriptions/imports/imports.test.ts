import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applyImport,
  downloadFaultyLines,
  type Import,
  type ImportKind,
  listImportErrors,
  readImport,
  startImport,
} from '#api/imports/imports'
import { readSubscription } from '#api/orders/contract/contract'
import { portalImportKinds } from '../../../import-kinds.ts'
import { workerTransactions } from '../../../platform/db/worker-transactions.ts'
import { type TestApp, testApp, urlOf } from '../../../testing/test-app.ts'
import { runImport } from '../../imports/run-import.ts'
import { addOffer, addSubscription, type TestOffer } from '../subscriptions.factory.ts'

let app: TestApp
let worker: pg.Pool
let offer: TestOffer
beforeAll(async () => {
  app = await testApp()
  worker = new pg.Pool({ connectionString: app.urls.worker, max: 2 })
  offer = await addOffer(app.build)
})
afterAll(async () => {
  await worker.end()
  await app.close()
})

const at = (reference: string) => ({ universe: 'carrier' as const, params: { import: reference } })
const look = async (reference: string) => (await app.call(app.world.personas.carrierAdministrator, readImport, at(reference))).body
const work = async (reference: string) => {
  const { rows } = await app.build.run('select id from imports where reference = $1', [reference])
  await runImport(rows[0].id, { inTransaction: workerTransactions(worker, app.clock), kinds: portalImportKinds })
}

/** Sends a file, has it checked, imports its valid lines. */
const importAll = async (kind: ImportKind, lines: readonly string[], again = false): Promise<Import> => {
  const { carrierAdministrator } = app.world.personas
  const answer = await app.inject({
    method: 'POST',
    url: urlOf(startImport, 'carrier', {}, { kind, fileName: `${kind}.csv`, ...(again ? { again: '1' } : {}) }),
    headers: { cookie: `session=${carrierAdministrator.token}`, 'content-type': 'text/csv' },
    payload: lines.join('\n'),
  })
  const { reference } = answer.json() as Import
  await work(reference)
  const checked = await look(reference)
  if (checked.valid === 0) return checked
  expect((await app.call(carrierAdministrator, applyImport, at(reference))).status).toBe(204)
  await work(reference)
  return look(reference)
}
const faultsOf = async (reference: string) =>
  (await app.call(app.world.personas.carrierAdministrator, listImportErrors, at(reference))).body.items.map(({ line, column, code }) => [
    line,
    column,
    code,
  ])

describe('import of what was contracted before', () => {
  it('takes over contracts with their number, prices and commitment, then their services and accountcodes, once', async () => {
    const { personas: p, companies: c } = app.world
    const contracts = [
      'Société;Clé externe;Référence;Offre;Quantité;Frais uniques HT;Mensuel HT;Frais de résiliation HT;Livrée le;Engagement (mois);Préavis (mois);Tacite reconduction;Résiliée le;Site',
      `${c.client.reference};K1;oc 40482;${offer.code.toLowerCase()};4;99,00;"1 045,90 €";150;2026-01-31;36;3;oui;;`,
      `${c.endClient.reference};K2;;${offer.code};;;10;;2020-05-01;;;;2024-05-31;`,
      `${c.client.reference};K3;OC40482;${offer.code};4;0;12;0;2026-01-31;;;;;`,
      `OIP-99999999;K4;;NOTHING;4;0;douze;0;2026-02-30;;;;;`,
      `${c.client.reference};K5;;${offer.code};4;0;12;0;2026-02-28;;;;2026-01-01;Nulle part`,
    ]
    const done = await importAll('subscriptions', contracts)
    expect(done).toMatchObject({ state: 'done', created: 2, faulty: 3 })
    expect(await faultsOf(done.reference)).toEqual([
      [4, 'Référence', 'reference_taken'],
      [5, 'Mensuel HT', 'amount_invalid'],
      [5, 'Livrée le', 'date_invalid'],
      [5, 'Société', 'company_unknown'],
      [5, 'Offre', 'offer_unknown'],
      [6, 'Site', 'site_unknown'],
      [6, 'Résiliée le', 'dates_reversed'],
    ])
    const rejects = await app.call(p.carrierAdministrator, downloadFaultyLines, at(done.reference))
    expect(rejects.raw.toString('utf8')).toContain('référence déjà prise')

    const read = await app.call(p.clientAdministrator, readSubscription, { universe: 'client', params: { subscription: 'OC40482' } })
    expect(read.body).toMatchObject({
      state: 'active',
      displayedState: 'delivered',
      lastOrder: null,
      takenOver: true,
      quantity: 4,
      deliveredOn: '2026-01-31',
      terms: { notice: { count: 3, unit: 'month' }, tacitRenewal: true },
      costs: { oneOffCents: 9_900, monthlyCents: 104_590, terminationCents: 15_000 },
      commitments: [{ label: 'TRUNK SIP', startsOn: '2026-01-31', months: 36, endsOn: '2029-01-30', monthlyCents: 104_590 }],
    })
    const { rows } = await app.build.run(
      "select s.state, s.terminated_on, p.payer_id = $1 as wholesale, p.monthly_cents::int as monthly from subscriptions s join subscription_prices p on p.subscription_id = s.id where external_key = 'K2'",
      [c.operator.id],
    )
    expect(rows).toEqual([{ state: 'terminated', terminated_on: '2024-05-31', wholesale: true, monthly: 1_000 }])
    const { rows: next } = await app.build.run("select nextval('subscription_number_seq')::int as n")
    expect(next[0].n).toBeGreaterThan(40_482)

    const services = [
      'Offre contractée;Clé externe;Type;Nom;Site;Créé le',
      'K1;S1;sip_trunk;Trunk du siège;;',
      'OC40482;S2;number_block;SDA;Agence de Bordeaux;2026-03-01',
      'K9;S3;sip_trunk;Inconnu;;',
      'K1;S4;spaceship;Faux;;',
    ]
    const served = await importAll('services', services)
    expect(served).toMatchObject({ created: 2, faulty: 2 })
    expect(await faultsOf(served.reference)).toEqual([
      [4, 'Offre contractée', 'contract_unknown'],
      [5, 'Type', 'service_kind_unknown'],
    ])

    const codes = ['Service;Accountcode;Libellé;Code partenaire', 'S1;133615;Siège;REV-17', 'S2;;;', 'S9;5;;', 'S2;133615;;']
    const coded = await importAll('accountcodes', codes)
    expect(coded).toMatchObject({ created: 2, faulty: 2 })
    expect((await faultsOf(coded.reference)).map(([line, , code]) => [line, code])).toEqual([
      [4, 'service_unknown'],
      [5, 'duplicate_line'],
    ])
    const { rows: kept } = await app.build.run(
      `select a.number::int, a.label, a.partner_code, a.ambassador_id = $1 as partners from accountcodes a join services v on v.id = a.service_id where v.external_key = 'S1'`,
      [c.ambassador.id],
    )
    expect(kept).toEqual([{ number: 133_615, label: 'Siège', partner_code: 'REV-17', partners: true }])

    expect(await importAll('subscriptions', contracts.slice(0, 3), true)).toMatchObject({ created: 0, unchanged: 2 })
    expect(await importAll('services', services.slice(0, 3), true)).toMatchObject({ created: 0, unchanged: 2 })
    expect(await importAll('accountcodes', ['Service;Accountcode;Libellé', 'S1;133615;Accueil', 'S2;999;'])).toMatchObject({
      created: 0,
      updated: 1,
      faulty: 1,
    })
  })
  it('says what is expected of a cell that has few right answers, however long what stands there', async () => {
    const { companies: c, personas: p } = app.world
    const header = 'Société;Clé externe;Offre;Mensuel HT;Livrée le;Quantité;Engagement (mois);Tacite reconduction;Nom'
    const done = await importAll('subscriptions', [
      header,
      `${c.client.reference};L1;${offer.code};12;2026-01-31;1;12;peut-être;`,
      `${c.client.reference};L2;${offer.code};environ quarante-cinq euros par mois;le 31 janvier 2026;beaucoup trop;trente-six mois;${'o'.repeat(30)};`,
      `${c.client.reference};L3;${offer.code};12;2026-01-31;1;12;non;${'n'.repeat(121)}`,
    ])
    expect(await faultsOf(done.reference)).toEqual([
      [2, 'Tacite reconduction', 'yes_no_expected'],
      [3, 'Quantité', 'count_invalid'],
      [3, 'Mensuel HT', 'amount_invalid'],
      [3, 'Livrée le', 'date_invalid'],
      [3, 'Engagement (mois)', 'count_invalid'],
      [3, 'Tacite reconduction', 'yes_no_expected'],
      [4, 'Nom', 'too_long'],
    ])
    const { body } = await app.call(p.carrierAdministrator, listImportErrors, at(done.reference))
    expect(body.items.at(-1)?.params).toEqual({ maximum: 120 })
    const rejects = await app.call(p.carrierAdministrator, downloadFaultyLines, at(done.reference))
    expect(rejects.raw.toString('utf8')).toContain('Tacite reconduction : répondre oui ou non')
    expect(rejects.raw.toString('utf8')).toContain('Nom : trop long (120 caractères au plus)')
    const companies = await importAll('companies', [
      'Raison sociale;Clé externe;Forme juridique;Pays',
      'Boulangerie Exemple;B1;société à irresponsabilité limitée;République française',
    ])
    expect(await faultsOf(companies.reference)).toEqual([
      [2, 'Forme juridique', 'legal_form_unknown'],
      [2, 'Pays', 'country_invalid'],
    ])
  })

  it('takes nothing that is still to come: a contract is delivered, and ended, on a day that was', async () => {
    const { client } = app.world.companies
    const running = await addSubscription(app.build, { offer, company: client, activatedOn: '2026-02-01' })
    const contracts = await importAll('subscriptions', [
      'Société;Clé externe;Offre;Mensuel HT;Livrée le;Résiliée le',
      `${client.reference};F1;${offer.code};12;2026-11-22;`,
      `${client.reference};F2;${offer.code};12;2026-01-31;2027-01-31`,
      `${client.reference};F3;${offer.code};12;2026-01-31;2026-11-21`,
      `${client.reference};F4;${offer.code};12;2026-11-21;`,
    ])
    expect(contracts).toMatchObject({ created: 2, faulty: 2 })
    expect(await faultsOf(contracts.reference)).toEqual([
      [2, 'Livrée le', 'date_future'],
      [3, 'Résiliée le', 'date_future'],
    ])
    const services = await importAll('services', [
      'Offre contractée;Clé externe;Type;Nom;Site;Créé le',
      `${running.reference};F5;sip_trunk;Trunk;;2026-11-22`,
    ])
    expect(await faultsOf(services.reference)).toEqual([[2, 'Créé le', 'date_future']])
  })

  it('takes no service of a contract that was not delivered, nor outside of its life', async () => {
    const { client } = app.world.companies
    const creating = await addSubscription(app.build, { offer, company: client, state: 'creating' })
    const abandoned = await addSubscription(app.build, { offer, company: client, state: 'abandoned' })
    const running = await addSubscription(app.build, { offer, company: client, activatedOn: '2026-02-01' })
    const ended = await addSubscription(app.build, { offer, company: client, activatedOn: '2026-02-01', state: 'terminated' })
    const done = await importAll('services', [
      'Offre contractée;Clé externe;Type;Nom;Site;Créé le',
      `${creating.reference};T1;sip_trunk;Trunk;;2026-03-01`,
      `${creating.reference};T2;sip_trunk;Trunk;;`,
      `${abandoned.reference};T3;sip_trunk;Trunk;;2026-03-01`,
      `${running.reference};T4;sip_trunk;Trunk;;2026-01-31`,
      `${running.reference};T5;sip_trunk;Trunk;;2026-02-01`,
      `${ended.reference};T6;sip_trunk;Trunk;;2026-11-01`,
    ])
    expect(done).toMatchObject({ created: 1, faulty: 5 })
    expect(await faultsOf(done.reference)).toEqual([
      [2, 'Offre contractée', 'contract_not_delivered'],
      [3, 'Offre contractée', 'contract_not_delivered'],
      [4, 'Offre contractée', 'contract_abandoned'],
      [5, 'Créé le', 'service_before_delivery'],
      [7, 'Créé le', 'service_after_end'],
    ])
  })
})
