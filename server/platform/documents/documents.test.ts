import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isPrinted } from '#api/rules/printed-text'
import { silentLogger } from '../logger.ts'
import { createDocumentRenderer, type DocumentRenderer, DocumentUnreadable } from './document-renderer.ts'
import { loadFonts } from './fonts.ts'
import type { OrderFormDocument } from './order-paper.ts'
import { printable } from './printable.ts'
import type { SepaMandateDocument } from './sepa-mandate.ts'

const mandate: SepaMandateDocument = {
  language: 'fr',
  logo: null,
  reference: 'MOIP-00000002-0001',
  scheme: 'core',
  recurrent: true,
  issuedOn: '2026-11-21',
  creditor: {
    name: 'MyOpenIP Télécom',
    address: ['14 quai Rambaud', '69002 Lyon', 'France'],
    small: ['SIREN 999 000 013 · TVA FR40999000013'],
    ics: 'FR72ZZZ123456',
    returnTo: 'mandats@myopenip.example',
    legalLine: 'MyOpenIP Télécom – SAS au capital de 250 000 € – RCS Lyon 999 000 013',
  },
  debtor: {
    name: 'Ma Société # *« Ťest »* $x$ @ 会社',
    address: ['12 rue de la Paix', '92110 Clichy', 'France'],
    small: ['SIREN 999 000 021 · OIP-00000002'],
  },
  holder: 'Ma Société',
  iban: 'FR76 3000 6000 0112 3456 7890 189',
  bic: 'AGRIFRPPXXX',
}

/** Spaces, hyphens and ligatures that are printed as their everyday form. */
const substituted = new Set('\u2009\u2010\u2011\u202f\ufb01\ufb02')

/** A PNG of one colour. */
const picture = (width: number, height: number): Buffer => {
  const part = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 2], 8)
  const dots = Buffer.alloc(height * (1 + 3 * width), 0)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('IDAT', deflateSync(dots)),
    part('IEND', Buffer.alloc(0)),
  ])
}

const party = { name: 'Établissements Brossard & Fils', address: ['24 rue Garibaldi', '69003 Lyon'], small: ['SIREN 999 000 021'] }
const longOrder: OrderFormDocument = {
  language: 'fr',
  logo: null,
  reference: 'COM00123',
  day: '2026-11-21',
  issuer: { ...party, name: 'OpenIP Démonstration SAS', legalLine: 'SAS au capital de 250 000 € · RCS Nanterre 999 000 011' },
  customer: party,
  endCustomer: { ...party, name: 'Société Interprofessionnelle de Distribution et de Maintenance des Équipements du Grand Ouest' },
  offer: 'MetaCentrex',
  facts: [
    ['Date', '21/11/2026'],
    ['Commandé par', 'Marie-Françoise de La Rochefoucauld-Montmorency'],
  ],
  sites: ['Siège', 'Agence de Bordeaux', 'Entrepôt'].map((name) => ({ name, address: '49 rue Pasteur, 33000 Bordeaux' })),
  onsiteContact: null,
  characteristics: [],
  items: Array.from({ length: 30 }, (_, index) => ({
    label: `Licence ${index}`,
    quantity: index === 3 ? -2 : 2,
    unitOneOffCents: 0,
    unitMonthlyCents: 61_725,
    oneOffCents: 0,
    monthlyCents: index === 3 ? -123_450 : 123_456_789,
  })),
  totals: { oneOffCents: 0, monthlyCents: 123_456_789, commitmentMonths: 36 },
  change: null,
  conditions: ['Les prix sont en euros.'],
  amendments: [['21/11/2026', 'Deux licences de moins']],
  acceptance: null,
}

describe('documents', () => {
  let renderer: DocumentRenderer
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'documents-'))
    renderer = createDocumentRenderer(silentLogger())
  })
  afterAll(async () => {
    await renderer.close()
    rmSync(folder, { recursive: true })
  })
  const inspected = (name: string, pdf: Buffer) => {
    const file = join(folder, `${name}.pdf`)
    writeFileSync(file, pdf)
    execFileSync('qpdf', ['--check', file])
    return {
      text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }),
      info: execFileSync('pdfinfo', [file], { encoding: 'utf8' }),
    }
  }

  it.each(['core', 'b2b'] as const)('sets a %s mandate on one page, whatever the names', async (scheme) => {
    const pdf = await renderer.render('sepa-mandate', { ...mandate, scheme })
    const { text, info } = inspected(scheme, pdf)
    expect(info).toMatch(/Pages:\s+1\n/)
    expect(info).toMatch(/A4/)
    expect(pdf.toString('latin1')).toContain('<pdfaid:part>3</pdfaid:part>')
    expect(text).toContain('MOIP-00000002-0001')
    expect(text).toContain('FR72ZZZ123456')
    expect(text).toContain('Ma Société # *« Ťest »* $x$ @ ??')
    expect(text).toContain(scheme === 'b2b' ? 'interentreprises' : '8 semaines')
  })

  it('prints the logo of the issuer, in the place kept for it, and never waits for one that is no picture', async () => {
    const printed = (bytes: Buffer) => renderer.render('sepa-mandate', { ...mandate, logo: { bytes, type: 'image/png', name: 'Marque' } })
    const images = (name: string, pdf: Buffer) => {
      const { text } = inspected(name, pdf)
      expect(text).toContain('MOIP-00000002-0001')
      return execFileSync('pdfimages', ['-list', join(folder, `${name}.pdf`)], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => /image/.test(line))
    }
    expect(images('wide', await printed(picture(3000, 20)))).toHaveLength(1)
    expect(images('logo', await printed(picture(30, 20)))).toHaveLength(1)
    expect(images('no-picture', await printed(Buffer.concat([picture(1, 1).subarray(0, 8), Buffer.from('not a picture')])))).toHaveLength(0)
    // What one document was given, the next does not print.
    expect(images('after', await renderer.render('sepa-mandate', mandate))).toHaveLength(0)
  })

  it('prints names in the letters that they are written in', async () => {
    const names = 'Nguyễn Thị Ánh, Tiếng – Владимир – Καλλιόπη, Ἀθῆναι – Łódź'
    const signs = '10 ‰, ≥ 10, ✓ fait →'
    const { text } = inspected(
      'letters',
      await renderer.render('sepa-mandate', { ...mandate, holder: names, debtor: { ...mandate.debtor, name: signs } }),
    )
    const flat = text.normalize('NFC').replaceAll(/\s+/g, ' ')
    expect(flat).toContain(names)
    expect(flat).toContain(signs)
  })

  it('sets the mandate in the language of its reader', async () => {
    const core = inspected('mandate-en', await renderer.render('sepa-mandate', { ...mandate, language: 'en' })).text
    const b2b = inspected('mandate-b2b-en', await renderer.render('sepa-mandate', { ...mandate, language: 'en', scheme: 'b2b' })).text
    expect(core.replaceAll(/\s+/g, ' ')).toContain('within 8 weeks')
    expect(b2b.replaceAll(/\s+/g, ' ')).toContain('Business-to-Business Direct Debit Mandate')
    for (const text of [core, b2b]) {
      expect(text).toContain('Ma Société # *« Ťest »* $x$ @ ??')
      expect(text).not.toMatch(/Créancier|Débiteur|mandat /)
    }
  })

  it.each([
    ['fr', ['Bon de commande', '1 234 567,89', '−1 234,50', '1 234 567,89 €', 'Page 2/2', 'DÉSIGNATION', '3 sites']],
    ['en', ['Order form', '1,234,567.89', '−1,234.50', '€1,234,567.89', 'Page 2/2', 'DESCRIPTION', '3 sites']],
  ] as const)('sets thirty lines in %s over two pages, heads repeated', async (language, expected) => {
    const { text, info } = inspected(`long-${language}`, await renderer.render('order-form', { ...longOrder, language }))
    expect(info).toMatch(/Pages:\s+2\n/)
    const flat = text.replaceAll(/\s+/g, ' ')
    for (const words of expected) expect(flat).toContain(words)
    const [first = '', second = ''] = text.split('\f')
    for (const page of [first, second]) expect(page).toContain(language === 'fr' ? 'DÉSIGNATION' : 'DESCRIPTION')
    expect(second).toContain(`${language === 'fr' ? 'Bon de commande' : 'Order form'} COM00123`)
    expect(second).toContain('OpenIP')
  })

  it('fills the words of its language in one pass: braces in a name stay a name', async () => {
    const compiler = NodeCompiler.create({ workspace: fileURLToPath(new URL('templates', import.meta.url)) })
    const inputs = { doc: '{}', words: JSON.stringify({ both: '{day} with {name}', bold: '{day} with *{name}*' }) }
    const [name, day] = ['Chez *{day}*', 'Lundi {name}']
    for (const [say, word] of [
      ['say', 'both'],
      ['say-strong', 'bold'],
    ]) {
      const said = `#import "lib.typ": *\n#${say}("${word}", name: "${name}", day: "${day}")\n\n#${say}("${word}", day: "${day}", name: "${name}")`
      const { text } = inspected(`braces-${word}`, compiler.pdf({ mainFileContent: said, inputs }))
      expect(text.match(/.*with.*/g)?.map((line) => line.trim())).toEqual([`${day} with ${name}`, `${day} with ${name}`])
    }
  })

  it('gives the same bytes for the same data, one document after the other', async () => {
    const [first, second] = await Promise.all([renderer.render('sepa-mandate', mandate), renderer.render('sepa-mandate', mandate)])
    expect(first?.equals(second ?? Buffer.alloc(0))).toBe(true)
  })

  it('survives a document that cannot be set', async () => {
    await expect(renderer.render('sepa-mandate', { language: 'fr', logo: null })).rejects.toThrow(DocumentUnreadable)
    expect((await renderer.render('sepa-mandate', mandate)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('printable text', () => {
  it('is printed as it is typed wherever a field takes it', async () => {
    const { characters } = await loadFonts()
    for (let code = 0x20; code < 0x1_0000; code += 1) {
      const character = String.fromCodePoint(code)
      if (!character.isWellFormed() || !isPrinted(character) || substituted.has(character)) continue
      expect(printable(character, characters), `U+${code.toString(16)}`).toBe(character.normalize('NFC'))
    }
    for (const text of ['Nguyễn Thị Ánh', 'Tiếng', 'Владимир', 'Καλλιόπη', '10 ‰', '≥ 10', '✓ fait'])
      expect(printable(text, characters)).toBe(text)
    expect(printable('李小龍', characters)).toBe('???')
  })

  it('replaces what the fonts lack', () => {
    const letters = new Set([...'abcefino é\u00a0?'].map((letter) => letter.codePointAt(0) ?? 0))
    expect(printable('a\u202fb', letters)).toBe('a\u00a0b')
    expect(printable('e\u0301', letters)).toBe('é')
    expect(printable('ǎ\u200b会', letters)).toBe('??')
    expect(printable('Ａ', new Set([65]))).toBe('A')
  })
})
