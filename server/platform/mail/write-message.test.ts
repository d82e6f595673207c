import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Message, readMailbox, writeMessage } from './write-message.ts'

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
    .replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/g, (_, kind: string, word: string) =>
      kind === 'B' ? Buffer.from(word, 'base64').toString('utf8') : decodeQuotedPrintable(word.replaceAll('_', ' ')),
    )
    .replaceAll('\r\n ', ' ')

const message: Message = {
  from: { name: 'MyOpenIP', address: 'portail@exploitant.example' },
  to: 'camille@ma-societe.example',
  subject: 'Bonjour',
  text: 'Bonjour',
  html: '<p>Bonjour</p>',
  messageId: '<1@exploitant.example>',
  date: new Date('2026-11-21T09:00:00Z'),
  headers: {},
}
const write = async (change: Partial<Message>) => (await writeMessage({ ...message, ...change })).toString('latin1')
const headersOf = (raw: string) => raw.slice(0, raw.indexOf('\r\n\r\n'))
const headerOf = (raw: string, name: string) => new RegExp(`^${name}: ?(.*(?:\\r\\n .*)*)$`, 'm').exec(headersOf(raw))?.[1] ?? ''
/** The bodies by type, as a mail program finds them. */
const bodiesOf = (raw: string) => {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headerOf(raw, 'Content-Type')) ?? []
  const parts = raw.split(new RegExp(`(?:\\r\\n)?--${boundary}(?:--)?\\r\\n`)).slice(1, -1)
  return parts.map((part) => [headerOf(part, 'Content-Type'), decodeQuotedPrintable(part.slice(part.indexOf('\r\n\r\n') + 4))])
}
const anyText = fc.string({ unit: 'grapheme', maxLength: 400 })

describe('a message on the wire', () => {
  it('says in two forms what was written, on lines of 76 characters at most', async () => {
    const text = `Bonjour Camille,\n\nVotre commande est livrée. ${'é'.repeat(200)}\n.\n--\nMyOpenIP `
    const raw = await write({ text, html: `<p>${'à <b>b</b> = '.repeat(40)}</p>\n` })
    expect(bodiesOf(raw)).toEqual([
      ['text/plain; charset=utf-8', text.replaceAll('\n', '\r\n')],
      ['text/html; charset=utf-8', `<p>${'à <b>b</b> = '.repeat(40)}</p>\r\n`],
    ])
    for (const line of raw.slice(raw.indexOf('\r\n\r\n')).split('\r\n')) expect(line.length).toBeLessThanOrEqual(76)
    expect(raw).not.toMatch(/(?<!\r)\n/)
  })

  it('carries any subject in ASCII headers that nothing typed can add to', () =>
    fc.assert(
      fc.asyncProperty(anyText, async (subject) => {
        const raw = await write({ subject: `x${subject}` })
        expect(headersOf(raw)).toMatch(/^[\x20-\x7e\r\n]*$/)
        expect(
          headersOf(raw)
            .split(/\r\n(?! )/)
            .map((line) => line.split(':')[0]),
        ).toEqual(['From', 'To', 'Subject', 'Message-ID', 'Date', 'MIME-Version', 'Content-Type'])
        for (const line of headersOf(raw).split('\r\n')) expect(line.length).toBeLessThanOrEqual(78)
      }),
    ))

  it.each([
    ['Votre commande COM00025 est livrée', 'Votre commande COM00025 est livrée'],
    ['é'.repeat(120), 'é'.repeat(120)],
    ['un\r\nBcc: tiers@ailleurs.example', 'un Bcc: tiers@ailleurs.example'],
  ])('reads « %s » back', async (subject, read) => {
    expect(decodeHeader(headerOf(await write({ subject }), 'Subject'))).toBe(read)
  })

  it('quotes and encodes the sender’s name', async () => {
    const from = async (text: string) => headerOf(await write({ from: readMailbox(text) }), 'From')
    const encoded = await from('Réseau, Conseil <a@b.example>')
    expect(encoded).toMatch(/^=\?UTF-8\?[^ ]+\?= <a@b\.example>$/)
    expect(decodeHeader(encoded)).toBe('Réseau, Conseil <a@b.example>')
    expect(await from('Conseil, SARL <a@b.example>')).toBe('"Conseil, SARL" <a@b.example>')
    expect(await from('"Conseil, SARL" <a@b.example>')).toBe('"Conseil, SARL" <a@b.example>')
    expect(await from('a@b.example')).toBe('a@b.example')
  })

  it('is for one address, and says when it was written and under which name', async () => {
    expect(headerOf(await write({ to: 'info@société.example' }), 'To')).toBe('info@xn--socit-esab.example')
    const raw = await write({ to: 'a@b.example, c@d.example', headers: { 'Auto-Submitted': 'auto-generated' } })
    expect(headerOf(raw, 'To')).toBe('<"a@b.example, c"@d.example>')
    expect(headerOf(raw, 'Message-ID')).toBe('<1@exploitant.example>')
    expect(headerOf(raw, 'Date')).toBe('Sat, 21 Nov 2026 09:00:00 +0000')
    expect(headerOf(raw, 'Auto-Submitted')).toBe('auto-generated')
  })
})
