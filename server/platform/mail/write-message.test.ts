import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quotedPrintable, writeMessage } from './write-message.ts'

/** What a mail program does to read a body (RFC 2045). */
const decodeQuotedPrintable = (text: string) =>
  Buffer.from(
    text.replaceAll(/=\r\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')

/** What a mail program does to read a header (RFC 2047): folding between encoded words disappears. */
const decodeHeader = (text: string) =>
  text
    .replaceAll(/\?=\r\n =\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, base64: string) => `\0${base64}\0`)
    .split('\0')
    .map((part, position) => (position % 2 === 1 ? Buffer.from(part, 'base64').toString('utf8') : part))
    .join('')

const message = {
  from: 'MyOpenIP <portail@exploitant.example>',
  to: 'camille@ma-societe.example',
  subject: 'Bonjour',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  messageId: '<1@exploitant.example>',
  date: new Date('2026-11-21T09:00:00Z'),
  headers: {},
}
const write = (change: Partial<typeof message>) => writeMessage({ ...message, ...change }).toString('latin1')
const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'))
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: (.*(?:\\r\\n .*)*)$`, 'm').exec(headersOf(raw))?.[1] ?? ''
const anyText = fc.string({ unit: 'grapheme', maxLength: 400 })

describe('a message on the wire', () => {
  it('says in quoted-printable what was written, on lines of 76 characters at most', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), (lines) => {
        const text = lines.join('\n').replaceAll(/\r\n?/g, '\n')
        const written = quotedPrintable(text)
        expect(decodeQuotedPrintable(written)).toBe(text.replaceAll('\n', '\r\n'))
        for (const line of written.split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
      }),
    )
  })

  it('carries any subject in ASCII headers that nothing typed can add to', () => {
    fc.assert(
      fc.property(anyText, (subject) => {
        const raw = write({ subject })
        expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/)
        expect(
          headersOf(raw)
            .split(/\r\n(?! )/)
            .map((line) => line.split(':')[0]),
        ).toEqual(['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'])
        for (const word of headerOf(raw, 'Subject').match(/=\?[^ \r\n]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75)
      }),
    )
  })

  it.each([
    ['Votre commande COM00025 est livrée', 'Votre commande COM00025 est livrée'],
    ['é'.repeat(120), 'é'.repeat(120)],
    ['un\r\nBcc: tiers@ailleurs.example', 'un Bcc: tiers@ailleurs.example'],
    ['=?UTF-8?B?QmNj?=', '=?UTF-8?B?QmNj?='],
  ])('reads « %s » back', (subject, read) => {
    const header = headerOf(write({ subject }), 'Subject')
    expect(decodeHeader(header)).toBe(read)
  })

  it('quotes and encodes the sender’s name', () => {
    expect(headerOf(write({ from: 'Réseau, Conseil <a@b.example>' }), 'From')).toBe('=?UTF-8?B?UsOpc2VhdSwgQ29uc2VpbA==?= <a@b.example>')
    expect(headerOf(write({ from: 'Conseil, SARL <a@b.example>' }), 'From')).toBe('"Conseil, SARL" <a@b.example>')
    expect(headerOf(write({ to: 'info@société.example' }), 'To')).toBe('info@xn--socit-esab.example')
  })
})
