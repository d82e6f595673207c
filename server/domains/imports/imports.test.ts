import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelImport, downloadFaultyLines, downloadImportTemplate, listImportErrors, listImports, readImport } from '#api/imports/imports'
import { workerTransactions } from '../../platform/db/worker-transactions.ts'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { importsOf } from './imports.factory.ts'

let app: TestApp
let imports: ReturnType<typeof importsOf>
beforeAll(async () => {
  app = await testApp()
  imports = importsOf(app)
})
afterAll(async () => {
  await imports.close()
  await app.close()
})

const send = (...asked: Parameters<typeof imports.send>) => imports.send(...asked)
const at = (reference: string) => imports.at(reference)
const look = (reference: string) => imports.look(reference)
const work = (reference: string, over: object = {}) => imports.work(reference, over)
const apply = (reference: string) => imports.apply(reference)

const siren = (index: number): string => {
  const body = String(99900000 + index)
  const sum = [...body].reverse().reduce((total, digit, position) => {
    const value = Number(digit) * (position % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}
const companies = (lines: number, faulty: (index: number) => boolean = () => false) =>
  [
    'Clé externe;Raison sociale;SIREN;Adresse;Code postal;Ville;Partenaire',
    ...Array.from({ length: lines }, (_, index) =>
      [
        `K${index}`,
        `Société ${index}`,
        faulty(index) ? '123456789' : siren(index),
        '1 rue Haute',
        '33000',
        'Bordeaux',
        app.world.companies.ambassador.reference,
      ].join(';'),
    ),
  ].join('\r\n')

describe('import of companies', () => {
  it('checks 1,000 lines, sets 20 aside with their reason, imports the others, and a second time changes nothing', async () => {
    const file = companies(1000, (index) => index % 50 === 0)
    const started = await send('companies', file)
    expect(started.status).toBe(201)
    expect(started.body).toMatchObject({ state: 'checking', total: 1000, encoding: 'UTF-8', delimiter: ';' })
    const { reference } = started.body
    expect((await apply(reference)).status).toBe(409)
    await work(reference)
    expect(await look(reference)).toMatchObject({
      state: 'checked',
      examined: 1000,
      valid: 980,
      faulty: 20,
      created: 0,
      abilities: { apply: true },
    })
    const before = await app.build.run('select count(*)::int as n from companies')
    const errors = await app.call(app.world.personas.carrierAdministrator, listImportErrors, {
      universe: 'carrier',
      params: { import: reference },
    })
    expect(errors.body.items).toHaveLength(20)
    expect(errors.body.items[0]).toEqual({ line: 2, column: 'SIREN', code: 'siren_invalid', value: '123456789' })
    expect(errors.body.items[1]?.line).toBe(52)
    expect((await apply(reference)).status).toBe(204)
    await work(reference)
    expect(await look(reference)).toMatchObject({ state: 'done', created: 980, updated: 0, faulty: 20 })
    const after = await app.build.run('select count(*)::int as n from companies')
    expect(after.rows[0].n - before.rows[0].n).toBe(980)
    const { rows } = await app.build.run(
      `select c.ambassador_id, c.vat_number is not null as vat, c.head_city, (select count(*)::int from rights r where r.company_id = c.id) as rights,
         (select count(*)::int from activity a where a.company_id = c.id and a.action = 'company.created' and a.ambassador_id = c.ambassador_id) as lines
       from companies c where external_key = 'K1'`,
    )
    expect(rows).toEqual([{ ambassador_id: app.world.companies.ambassador.id, vat: true, head_city: 'Bordeaux', rights: 2, lines: 1 }])

    const faulty = await app.call(app.world.personas.carrierAdministrator, downloadFaultyLines, at(reference))
    const lines = faulty.raw.toString('utf8').trim().split('\n')
    expect(lines).toHaveLength(21)
    expect(lines[0]).toContain('Motif du rejet')
    expect(lines[1]).toContain('SIREN : SIREN faux')

    expect((await send('companies', file)).problem.code).toBe('already_exists')
    const again = await send('companies', file, { again: '1' })
    await work(again.body.reference)
    await apply(again.body.reference)
    await work(again.body.reference)
    expect(await look(again.body.reference)).toMatchObject({ state: 'done', created: 0, updated: 0, unchanged: 980 })
    // The corrected rejects, with their two more columns.
    const corrected = await send('companies', faulty.raw.toString('utf8').replaceAll('123456789', ''))
    await work(corrected.body.reference)
    expect(await look(corrected.body.reference)).toMatchObject({ valid: 20, faulty: 0, ignoredColumns: ['Ligne', 'Motif du rejet'] })
  })

  it('goes on after a stop in the middle, without applying a line twice', async () => {
    const { body } = await send('companies', companies(60).replaceAll(/^K/gm, 'R'))
    await work(body.reference, { batchSize: 10 })
    await apply(body.reference)
    const controller = new AbortController()
    let batches = 0
    const stop = () => {
      batches += 1
      if (batches === 3) controller.abort()
    }
    await expect(work(body.reference, { batchSize: 10, signal: controller.signal, onProgress: stop })).rejects.toThrow()
    expect(await look(body.reference)).toMatchObject({ state: 'applying', created: 30 })
    // A batch that dies before its commit leaves nothing behind.
    const dying = workerTransactions(imports.worker, app.clock)
    const broken = {
      inTransaction: (run: never) =>
        dying(async (tx) => {
          await (run as (tx: unknown) => unknown)(tx)
          throw new Error('killed')
        }),
    }
    await expect(work(body.reference, { batchSize: 10, ...broken })).rejects.toThrow('killed')
    expect(await look(body.reference)).toMatchObject({ state: 'applying', created: 30 })
    await work(body.reference, { batchSize: 10 })
    expect(await look(body.reference)).toMatchObject({ state: 'done', created: 60 })
    const { rows } = await app.build.run(
      `select count(*)::int as n, count(distinct external_key)::int as keys from companies where external_key like 'R%'`,
    )
    expect(rows).toEqual([{ n: 60, keys: 60 }])
  })

  it('updates by reference or key without erasing what is left empty', async () => {
    const { companies: c } = app.world
    const { body } = await send(
      'companies',
      `Référence,Raison sociale,Téléphone,Ville\n${c.directClient.reference},Sans Partenaire désormais,0199001234,\n`,
    )
    expect(body.delimiter).toBe(',')
    await work(body.reference)
    await apply(body.reference)
    await work(body.reference)
    expect(await look(body.reference)).toMatchObject({ updated: 1, created: 0 })
    const { rows } = await app.build.run('select name, phone, head_city, version from companies where id = $1', [c.directClient.id])
    expect(rows).toEqual([{ name: 'Sans Partenaire désormais', phone: '+33199001234', head_city: 'Clichy', version: 2 }])
  })

  it('reads Windows-1252, UTF-16, quotes and line breaks, and tells lines of the same thing apart', async () => {
    const text = 'Raison sociale;Commentaire\n"Crédit ""Œuvre""";"deux\nlignes"\nCafé;\ncafe;\n;vide\n'
    const windows = Buffer.from(text.replaceAll('Œ', '\u008c'), 'latin1')
    const { body } = await send('companies', windows)
    expect(body).toMatchObject({ encoding: 'Windows-1252', total: 4 })
    await work(body.reference)
    const errors = await app.call(app.world.personas.carrierAdministrator, listImportErrors, {
      universe: 'carrier',
      params: { import: body.reference },
    })
    expect(errors.body.items).toEqual([
      { line: 5, column: null, code: 'duplicate_line', value: '4' },
      { line: 6, column: 'Raison sociale', code: 'required', value: null },
    ])
    await apply(body.reference)
    await work(body.reference)
    const { rows } = await app.build.run(`select comment from companies where name = 'Crédit "Œuvre"'`)
    expect(rows).toEqual([{ comment: 'deux\nlignes' }])
    const utf16 = await send('companies', Buffer.from(`\ufeff${text}`, 'utf16le'))
    expect(utf16.body).toMatchObject({ encoding: 'UTF-16', total: 4 })
    expect(
      (
        await app.call(app.world.personas.carrierAdministrator, cancelImport, {
          universe: 'carrier',
          params: { import: utf16.body.reference },
        })
      ).status,
    ).toBe(204)
    await work(utf16.body.reference)
    expect(await look(utf16.body.reference)).toMatchObject({ state: 'cancelled', examined: 0 })
  })

  it('reads values as they are pasted and typed, like the screens', async () => {
    const file = [
      'Raison sociale;SIREN;TVA;Adresse;Code postal;Ville;Téléphone;E-mail technique;Site internet',
      'Nguyễn & Fils\u200b;\u202a732 829 320\u202c;;1 rue Haute;75 001;Paris;\u202d06 90 33 59 41\u202c;\u200btech@société-été.fr\u00a0;hôtel-été.fr',
      'شركة;;;1 rue Haute;33074;Bordeaux CEDEX;;;',
    ].join('\r\n')
    const { reference } = (await send('companies', file)).body
    await work(reference)
    const errors = await app.call(app.world.personas.carrierAdministrator, listImportErrors, at(reference))
    expect(errors.body.items).toEqual([{ line: 3, column: 'Raison sociale', code: 'not_printable', value: 'شركة' }])
    await apply(reference)
    await work(reference)
    const { rows } = await app.build.run(
      `select c.siren, c.phone, c.email_technical, c.website, s.postcode from companies c join sites s on s.company_id = c.id where c.name = 'Nguyễn & Fils'`,
    )
    expect(rows).toEqual([
      {
        siren: '732829320',
        phone: '+590690335941',
        email_technical: 'tech@xn--socit-t-eyabbb.fr',
        website: 'https://xn--htel-t-fvab6g.fr',
        postcode: '75001',
      },
    ])
  })

  it('refuses what is no file of this kind, and who may not', async () => {
    const code = async (content: string | Buffer) => (await send('companies', content)).problem.errors?.[0]?.code
    expect(await code('')).toBe('file_empty')
    expect(await code('Raison sociale\n')).toBe('file_without_lines')
    expect(await code('Raison sociale\n"jamais fermé\nA\n')).toBe('csv_malformed')
    expect(await code(Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]))).toBe('file_not_csv')
    const { personas: p } = app.world
    expect((await send('companies', 'Raison sociale\nA\n', {}, p.carrierPilot)).status).toBe(403)
    expect((await send('companies', 'Raison sociale\nA\n', {}, p.ambassadorAdministrator)).status).toBe(403)
    expect((await app.call(p.operatorAdministrator, listImports, { universe: 'operator' })).status).toBe(404)
    expect((await app.call(p.carrierAdministrator, readImport, { universe: 'carrier', params: { import: 'IMP-999999' } })).status).toBe(404)
    const template = await app.call(p.carrierAdministrator, downloadImportTemplate, { universe: 'carrier', params: { kind: 'sites' } })
    expect(template.raw.toString('utf8')).toContain('Nom du site')
  })
})

describe('import of sites and contacts', () => {
  it('finds its company, judges SIRET and site, and recognises what exists', async () => {
    const { companies: c } = app.world
    await app.build.run(`update companies set siren = '732829320' where id = $1`, [c.client.id])
    const sites = await send(
      'sites',
      [
        'Société;Nom du site;SIRET;Adresse;Code postal;Ville',
        `${c.client.reference};Agence de Lyon;73282932000074;2 quai Nord;69002;Lyon`,
        `${c.client.reference};agence de bordeaux;;12 cours Sud;33000;Bordeaux`,
        `${c.client.reference};Mauvais;55210055400013;1 rue;75001;Paris`,
        'OIP-99999999;Perdu;;1 rue;75001;Paris',
      ].join('\n'),
    )
    await work(sites.body.reference)
    const errors = await app.call(app.world.personas.carrierAdministrator, listImportErrors, {
      universe: 'carrier',
      params: { import: sites.body.reference },
    })
    expect(errors.body.items.map((error) => [error.line, error.column, error.code])).toEqual([
      [4, 'SIRET', 'siret_mismatch'],
      [5, 'Société', 'company_unknown'],
    ])
    await apply(sites.body.reference)
    await work(sites.body.reference)
    expect(await look(sites.body.reference)).toMatchObject({ created: 1, updated: 1, faulty: 2 })

    const file = `Société;Site;Prénom;Nom;E-mail;Mobile\n${c.client.reference};Agence de Lyon;Luc;Roux;luc@test.example;0639981234\n${c.client.reference};Ailleurs;Zoé;Noir;;\n`
    const contacts = await send('contacts', file)
    await work(contacts.body.reference)
    await apply(contacts.body.reference)
    await work(contacts.body.reference)
    expect(await look(contacts.body.reference)).toMatchObject({ created: 1, faulty: 1 })
    const { rows } = await app.build.run(
      `select k.mobile, s.name, k.ambassador_id = $2 as stamped from contacts k join sites s on s.id = k.site_id where k.company_id = $1 and k.last_name = 'Roux'`,
      [c.client.id, c.ambassador.id],
    )
    expect(rows).toEqual([{ mobile: '+33639981234', name: 'Agence de Lyon', stamped: true }])
  })
})

describe('a file of contacts', () => {
  it('comes back as it was, without the apostrophe that spreadsheets need', async () => {
    const { directClient } = app.world.companies
    const file = `Société;Nom;Téléphone;E-mail\n${directClient.reference};Retour;+33556010204;faux\n`
    const { body } = await send('contacts', file)
    await work(body.reference)
    const faulty = (await app.call(app.world.personas.carrierAdministrator, downloadFaultyLines, at(body.reference))).raw.toString('utf8')
    expect(faulty).toContain("'+33556010204")
    const again = await send('contacts', faulty.replace(';faux;', ';retour@exemple.fr;'))
    await work(again.body.reference)
    expect(await look(again.body.reference)).toMatchObject({ valid: 1, faulty: 0 })
  })

  it('makes nobody of the carrier', async () => {
    const { carrier } = app.world.companies
    const { body } = await send('contacts', `Société;Nom;E-mail\n${carrier.reference};Intrus;intrus@exemple.fr\n`)
    await work(body.reference)
    expect(await look(body.reference)).toMatchObject({ valid: 0, faulty: 1 })
  })
})
