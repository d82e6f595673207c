import { describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { accentedSample, decode, looksMisread, readAgain } from './encoding.ts'
import { readCsv } from './read-csv.ts'
import { separatorOf } from './separator.ts'

const file = (text: string) => readCsv(Buffer.from(text))
const known = (title: string) => ['Société', 'Nom', 'Remarque'].includes(title)

/** Bytes of a text in Mac Roman: only what these tests write. */
const mac = (text: string): Buffer =>
  Buffer.from(
    [...text].map(
      (letter) =>
        ({ é: 0x8e, ë: 0x91, î: 0x94, ï: 0x95, ü: 0x9f, œ: 0xcf, Ê: 0xe6, è: 0x8f, ç: 0x8d, à: 0x88, ê: 0x90, ô: 0x99, É: 0x83 })[letter] ??
        letter.charCodeAt(0),
    ),
  )

describe('the text of a file', () => {
  it.each<readonly [string, Buffer, string]>([
    ['UTF-8', Buffer.from('Société'), 'Société'],
    ['UTF-8', Buffer.from('plain'), 'plain'],
    ['Windows-1252', Buffer.from('Société Martin', 'latin1'), 'Société Martin'],
    ['Windows-1252', Buffer.from('45,90 \u0080 – \u009cuvre'.replace('–', '\u0096'), 'latin1'), '45,90 € – œuvre'],
    ['Mac Roman', mac('Société Martin'), 'Société Martin'],
    ['Mac Roman', mac('Préfecture de Besançon, à côté'), 'Préfecture de Besançon, à côté'],
    ...['Noël', 'Nîmes', 'Loïc', 'Müller', 'Sacré-Cœur', 'CHÊNE', 'Citroën', 'Benoît'].map(
      (name) => ['Mac Roman', mac(name), name] as const,
    ),
    ...['10m² Nîmes', 'Góngora', 'Øster', 'SOCIéTé', 'Paris\u0096Lyon', 'L\u0091Été'].map(
      (name) => ['Windows-1252', Buffer.from(name, 'latin1'), name.replace('\u0096', '–').replace('\u0091', '‘')] as const,
    ),
    ['UTF-16', Buffer.from('\ufeffSociété', 'utf16le'), '\ufeffSociété'.slice(1)],
    ['UTF-16', Buffer.from('Nom;Ville\nA;B', 'utf16le'), 'Nom;Ville\nA;B'],
  ])('is read as %s', (encoding, bytes, text) => {
    expect(decode(bytes)).toEqual({ text, encoding })
  })
  it('is read again from the same bytes', () => {
    expect(readAgain('SociŽtŽ', 'Windows-1252', 'Mac Roman')).toBe('Société')
    expect(readAgain('Société', 'Mac Roman', 'Windows-1252')).toBe('SociŽtŽ')
    expect(readAgain('Société', 'Mac Roman', 'Mac Roman')).toBe('Société')
  })
  it('is told to be wrong by what stands for its accents', () => {
    for (const text of ['SociŽtŽ', 'Ž', 'cÏur', 'LÕeau', 'Beno”t', 'Lo•c', '42,00 Û', 'SociÃ©tÃ©', 'd\u009dp', 'a\ufffdb'])
      expect(looksMisread(text, 'Windows-1252'), text).toBe(true)
    for (const text of ['Société', 'L’œuvre', '12 – 14 rue', 'Müller & Fils', '45 €', '10 m²', '12 ½ rue', 'Søren', 'A+b', '2×3'])
      expect(looksMisread(text, 'Windows-1252'), text).toBe(false)
  })
  it('of an encoding that is certain is wrong only when it was saved so', () => {
    for (const text of ['Živković', 'Škoda', 'Đorđević']) expect(looksMisread(text, 'UTF-8'), text).toBe(false)
    for (const text of ['SociÃ©tÃ©', 'MÃ¼ller', 'a\ufffdb']) expect(looksMisread(text, 'UTF-8'), text).toBe(true)
  })
  it('shows some values with accents, those that look wrong before the others', () => {
    expect(accentedSample(['Paris', 'Orléans', 'Orléans', 'Nîmes', 'Évry'], 'UTF-8', 2)).toEqual(['Orléans', 'Nîmes'])
    expect(accentedSample(['Orléans', 'Nîmes', 'SociŽtŽ'], 'Windows-1252', 2)).toEqual(['SociŽtŽ', 'Orléans'])
    expect(accentedSample(['Paris'], 'UTF-8')).toEqual([])
  })
})

describe('the separator', () => {
  it.each([
    ['Société;Nom;Remarque (type, date, auteur, suite)\nOIP-2;Martin;\n', ';'],
    ['Société,Nom\nA,"b;c;d"\n', ','],
    ['Société\tNom\nA\tB\n', '\t'],
    ['Société|Nom\nA|B\n', '|'],
    ['Société;Nom\n1,5;2,5\n3,5;4,5\n', ';'],
    ['Société,Nom;x\n', ','],
    ['Société\nA\n', ';'],
    ['sep=,\nSociété;a,Nom;b\n', ','],
    ['SEP=|\nSociété|Nom\n', '|'],
    ['"sep=,"\nSociété;a,Nom;b\n', ','],
    ['sep=,,,\nSociété;a,Nom;b\n', ','],
    ['Société;Nom\nA;"B\nC;1,5\n', ';'],
  ])('of %j is %j', (text, separator) => {
    expect(separatorOf(text, known)).toBe(separator)
  })
})

describe('a file of rows', () => {
  it('is read behind the line that tells its separator, which counts', () => {
    for (const separator of [';', ',']) {
      const { headers, rows, delimiter } = file(`sep=${separator}\r\nNom${separator}Ville\r\nA${separator}B\r\n`)
      expect([headers, delimiter]).toEqual([['Nom', 'Ville'], separator])
      expect(rows).toEqual([{ line: 3, cells: ['A', 'B'] }])
    }
  })
  it('numbers its lines as an editor does, whichever computer ended them and whatever its cells hold', () => {
    for (const end of ['\n', '\r\n', '\r'])
      expect(file(['Nom;Note', 'A;"une', 'deux', 'trois"', '', 'B;x'].join(end)).rows).toEqual([
        { line: 2, cells: ['A', 'une\ndeux\ntrois'] },
        { line: 6, cells: ['B', 'x'] },
      ])
  })
  it('tells the line whose quote is never closed', () => {
    expect(() => file('Nom;Ville\nA;B\nC;"D\n')).toThrow(Problem)
  })
  it('may begin with the letters of an archive, not with its bytes', () => {
    expect(file('PK contact;Nom\n1;A\n').headers).toEqual(['PK contact', 'Nom'])
    expect(() => readCsv(Buffer.from('PK\u0003\u0004;Nom\nA;B\n', 'latin1'))).toThrow(Problem)
  })
})
