import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  downloadFaultyLines,
  type ImportKind,
  listFaultGroups,
  listImportErrors,
  mapImportColumns,
  mendImport,
  rereadImport,
} from '#api/imports/imports'
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

const administrator = () => app.world.personas.carrierAdministrator
const at = (reference: string) => imports.at(reference)
const look = (reference: string) => imports.look(reference)
const send = (kind: ImportKind, content: string | Buffer) => imports.send(kind, content)
const work = (reference: string) => imports.work(reference)

/** Sends a file and waits for its check. */
const check = async (kind: ImportKind, content: string | Buffer): Promise<string> => {
  const { status, body, problem } = await send(kind, content)
  expect(status, JSON.stringify(problem)).toBe(201)
  await work(body.reference)
  return body.reference
}
const apply = async (reference: string) => {
  await imports.apply(reference)
  await work(reference)
}
const faults = async (reference: string) =>
  (await app.call(administrator(), listImportErrors, at(reference))).body.items.map(({ line, column, code, value }) => [
    line,
    column,
    code,
    value,
  ])
const siteOf = async (key: string) =>
  (await app.build.run('select name, street, postcode, city, country, phone from sites where external_key = $1', [key])).rows[0]

describe('a file as a spreadsheet leaves it', () => {
  it('has its lost zeros, its countries by name and its addresses over several lines put right, and told', async () => {
    const { client } = app.world.companies
    const reference = await check(
      'sites',
      [
        'Société;ID;Nom;Rue;CP;Ville;Pays;Tél;;',
        `${client.reference};Z-1;Agence de Bourg;"Bâtiment B\n1 rue du Port";1000;Bourg-en-Bresse;France;474123456;;`,
        `${client.reference};Z-2;Bruxelles;1 rue Haute;1000;Bruxelles;Belgique;;;`,
        `${client.reference};Z-3;Chiffres;1 rue Haute;7,5E+04;Paris;France;;;`,
      ].join('\r\n'),
    )
    const job = await look(reference)
    expect(job).toMatchObject({ state: 'checked', valid: 2, faulty: 1, ignoredColumns: [] })
    expect(job.readings).toEqual(
      expect.arrayContaining([
        { column: 'Code postal', code: 'zero_restored', count: 1, from: '1000', to: '01000' },
        { column: 'Téléphone', code: 'zero_restored', count: 1, from: '474123456', to: '0474123456' },
        { column: 'Pays', code: 'name_read', count: 2, from: 'France', to: 'FR' },
        { column: 'Adresse', code: 'lines_joined', count: 1, from: 'Bâtiment B\n1 rue du Port', to: 'Bâtiment B, 1 rue du Port' },
      ]),
    )
    expect(await faults(reference)).toEqual([[5, 'Code postal', 'scientific_number', '7,5E+04']])
    await apply(reference)
    expect(await siteOf('Z-1')).toMatchObject({
      street: 'Bâtiment B, 1 rue du Port',
      postcode: '01000',
      country: 'FR',
      phone: '+33474123456',
    })
    expect(await siteOf('Z-2')).toMatchObject({ postcode: '1000', country: 'BE' })
  })

  it('changes a site abroad without saying its country: its postcode is one of there', async () => {
    const { client } = app.world.companies
    const reference = await check(
      'sites',
      `Société;Clé externe;Nom du site;Adresse;Code postal;Ville\n${client.reference};Z-2;Bruxelles;1 rue Haute;1050;Ixelles\n`,
    )
    expect(await look(reference)).toMatchObject({ valid: 1, readings: [] })
    await apply(reference)
    expect(await siteOf('Z-2')).toMatchObject({ postcode: '1050', city: 'Ixelles', country: 'BE' })
  })

  it('names partners, legal forms and days as people do', async () => {
    const { ambassador } = app.world.companies
    const companies = await check(
      'companies',
      `Nom;N° SIREN;Statut;Partenaire\nMenuiserie Neuve;732829320;S.A.R.L.;${ambassador.name.toUpperCase()}\nAutre;;Limited;Personne\n`,
    )
    expect(await faults(companies)).toEqual([
      [3, 'Forme juridique', 'legal_form_unknown', 'Limited'],
      [3, 'Partenaire', 'partner_unknown', 'Personne'],
    ])
    await apply(companies)
    const { rows } = await app.build.run("select legal_form, ambassador_id from companies where name = 'Menuiserie Neuve'")
    expect(rows).toEqual([{ legal_form: '5499', ambassador_id: ambassador.id }])
  })

  it('lets the second line enter when the first about the same thing is refused', async () => {
    const file =
      'Raison sociale;Clé externe;Code postal;Adresse;Ville\nA;W5;abc;1 rue A;Paris\nA;W5;75001;1 rue A;Paris\nA;W5;75001;1 rue A;Paris\n'
    const reference = await check('companies', file)
    expect(await faults(reference)).toEqual([
      [2, 'Code postal', 'postcode_invalid', 'abc'],
      [4, null, 'duplicate_line', '3'],
    ])
  })

  it('of a Mac is read right; one read wrong is read again in the other encoding', async () => {
    const mac = Buffer.from('Raison sociale\rSoci\u008et\u008e Martin\r', 'latin1')
    const reference = await check('companies', mac)
    expect(await look(reference)).toMatchObject({ encoding: 'Mac Roman', sample: ['Société Martin'], isDoubtful: false, valid: 1 })
    const reread = (encoding: 'Windows-1252' | 'Mac Roman') =>
      app.call(administrator(), rereadImport, { ...at(reference), body: { encoding } })
    expect((await reread('Windows-1252')).status).toBe(204)
    await work(reference)
    expect(await look(reference)).toMatchObject({ encoding: 'Windows-1252', sample: ['SociŽtŽ Martin'], isDoubtful: true, valid: 1 })
    await reread('Mac Roman')
    await work(reference)
    await apply(reference)
    expect(
      (
        await app.build.run(
          "select name from companies where name like '% Martin' and created_at = (select max(created_at) from companies)",
        )
      ).rows,
    ).toEqual([{ name: 'Société Martin' }])
    // What is applied is not read otherwise.
    expect((await reread('Windows-1252')).status).toBe(409)
  })
})

describe('columns whose titles say nothing', () => {
  const file = (name: string) => `Libellé client;Immat;Machin\n${name};732829320;x\n`
  it('are matched on screen, all that miss named at once, and remembered for the next file of the same source', async () => {
    const { body } = await send('sites', 'A;B;C\n1;2;3\n')
    expect(body.state).toBe('mapping')
    const map = (reference: string, fields: (string | null)[]) =>
      app.call(administrator(), mapImportColumns, { ...at(reference), body: { fields } })
    expect((await map(body.reference, ['name', null, null])).problem.errors).toMatchObject([
      { path: 'fields', code: 'header_missing', params: { header: 'Société », « Adresse », « Code postal », « Ville' } },
    ])

    const first = (await send('companies', file('Première'))).body
    expect(first).toMatchObject({ state: 'mapping', total: 1 })
    expect(await look(first.reference)).toMatchObject({
      columns: [
        { title: 'Libellé client', field: null, values: ['Première'] },
        { title: 'Immat', field: null, values: ['732829320'] },
        { title: 'Machin', field: null, values: ['x'] },
      ],
    })
    expect((await map(first.reference, ['name', 'name', null])).problem.errors).toMatchObject([{ code: 'header_twice' }])
    expect((await map(first.reference, ['nothing', null, null])).status).toBe(422)
    expect((await map(first.reference, ['name', 'siren', null])).status).toBe(204)
    await work(first.reference)
    expect(await look(first.reference)).toMatchObject({ state: 'checked', valid: 1, ignoredColumns: ['Machin'] })

    const second = (await send('companies', file('Seconde'))).body
    expect(second.state).toBe('checking')
    await work(second.reference)
    expect(await look(second.reference)).toMatchObject({ state: 'checked', valid: 1 })
  })
})

describe('faults', () => {
  it('are told by kind, mended wherever a value stands, and checked again alone', async () => {
    const { client } = app.world.companies
    const lines = ['Anvers;Narnia', 'Gand;Narnia', 'Liège;Narnie', 'Namur;Belgique'].map(
      (end, index) => `${client.reference};M-${index};Site ${index};1 rue Haute;${1000 + index};${end}`,
    )
    const reference = await check('sites', ['Société;Clé externe;Nom du site;Adresse;Code postal;Ville;Pays', ...lines].join('\n'))
    const groups = async () => (await app.call(administrator(), listFaultGroups, at(reference))).body.items
    expect(await groups()).toEqual([
      {
        column: 'Pays',
        field: 'country',
        code: 'country_invalid',
        count: 3,
        values: [
          { value: 'Narnia', count: 2 },
          { value: 'Narnie', count: 1 },
        ],
        lines: [2, 3, 4],
      },
    ])
    const mend = (body: { field: string; from: string; to: string; line?: number }) =>
      app.call(administrator(), mendImport, { ...at(reference), body })
    expect((await mend({ field: 'country', from: 'Narnia', to: 'Belgique' })).body).toEqual({ lines: 2 })
    expect(await look(reference)).toMatchObject({ state: 'checking', examined: 2, faulty: 1 })
    await work(reference)
    expect(await look(reference)).toMatchObject({ state: 'checked', valid: 3, faulty: 1 })
    // One line alone; a value that stands in no faulty line changes nothing.
    expect((await mend({ field: 'country', from: 'Narnia', to: 'FR' })).body).toEqual({ lines: 0 })
    expect((await mend({ field: 'street', from: '1 rue Haute', to: '2 rue Haute', line: 4 })).body).toEqual({ lines: 1 })
    await work(reference)
    expect((await look(reference)).faulty).toBe(1)
    const rejected = (await app.call(administrator(), downloadFaultyLines, at(reference))).raw.toString('utf8')
    expect(rejected).toContain('2 rue Haute')
    expect((await mend({ field: 'country', from: 'Narnie', to: 'BE' })).body).toEqual({ lines: 1 })
    await work(reference)
    expect(await groups()).toEqual([])
    await apply(reference)
    expect(await siteOf('M-2')).toMatchObject({ street: '2 rue Haute', city: 'Liège', country: 'BE' })
  })

  it('are mended by what the file says, however it was understood and as long as it is', async () => {
    const long = 'Rue '.repeat(60).trim()
    const reference = await check(
      'companies',
      [
        'Raison sociale;Clé externe;SIREN;TVA;Adresse;Code postal;Ville',
        'TVA d’une autre;N-1;732829320;FR 64 443 061 841;1 rue Haute;75001;Paris',
        `Adresse longue;N-2;;;${long};75001;Paris`,
      ].join('\n'),
    )
    const groups = (await app.call(administrator(), listFaultGroups, at(reference))).body.items
    expect(groups.map(({ column, values }) => [column, values[0]?.value])).toEqual([
      ['Adresse', long.slice(0, 200)],
      ['TVA', 'FR 64 443 061 841'],
    ])
    expect(groups[0]).toMatchObject({ code: 'too_long', params: { maximum: expect.any(Number) } })
    for (const { field, values } of groups) {
      const body = { field: field ?? '', from: values[0]?.value ?? '', to: field === 'street' ? '1 rue Haute' : '' }
      expect((await app.call(administrator(), mendImport, { ...at(reference), body })).body).toEqual({ lines: 1 })
      await work(reference)
    }
    expect(await look(reference)).toMatchObject({ valid: 2, faulty: 0 })
  })
})
