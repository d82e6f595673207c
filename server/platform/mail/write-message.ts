import { randomUUID } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { oneLine } from './render-mail.ts'

export interface Message {
  /** `Name <address>` or a bare address. */
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly date: Date
  /** Further headers, ASCII. */
  readonly headers: Readonly<Record<string, string>>
}

const lineLength = 76
const newline = '\r\n'

/** Bytes of an encoded word: 45 give 60 characters of base64, within the 75 of RFC 2047. */
const wordBytes = 45

/** A text for a header: as it is when it is short ASCII, in encoded words otherwise (RFC 2047), never cut inside a character. */
const headerText = (text: string): string => {
  const line = oneLine(text)
  if (/^[\x20-\x7e]*$/.test(line) && line.length <= lineLength && !line.includes('=?')) return line
  const words: string[] = []
  let word = ''
  for (const character of line) {
    if (Buffer.byteLength(word + character) > wordBytes) {
      words.push(word)
      word = ''
    }
    word += character
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString('base64')}?=`).join(`${newline} `)
}

const addressOf = (address: string): string => {
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return oneLine(`${address.slice(0, at + 1)}${domainToASCII(domain) || domain}`)
}

/** `Name <address>`: a name that is not made of words is quoted, one that is not ASCII encoded. */
const mailbox = (text: string): string => {
  const [, given, address = text] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  const bare = addressOf(address.trim())
  const name = oneLine(given ?? '').replaceAll(/^"|"$/g, '')
  if (name === '') return bare
  const shown = /^[\w -]*$/.test(name) ? name : /^[\x20-\x7e]*$/.test(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}"` : headerText(name)
  return `${shown} <${bare}>`
}

const hexadecimal = Array.from({ length: 256 }, (_, code) => `=${code.toString(16).toUpperCase().padStart(2, '0')}`)

/** Quoted-printable (RFC 2045): mail programs and people read the source, spam filters do not frown. */
export const quotedPrintable = (text: string): string =>
  Buffer.from(text.replaceAll(/\r\n?/g, '\n'), 'utf8')
    .toString('latin1')
    .split('\n')
    .map((line) => {
      const safe = line
        .replaceAll(/[^\t\x20-\x3c\x3e-\x7e]/g, (character) => hexadecimal[character.charCodeAt(0)] ?? '')
        .replace(/[\t ]$/, (space) => hexadecimal[space.charCodeAt(0)] ?? '')
      if (safe.length <= lineLength) return safe
      const pieces: string[] = []
      let start = 0
      while (safe.length - start > lineLength) {
        let end = start + lineLength - 1
        // Never inside « =C3 ».
        if (safe[end - 1] === '=') end -= 1
        else if (safe[end - 2] === '=') end -= 2
        pieces.push(safe.slice(start, end))
        start = end
      }
      return [...pieces, safe.slice(start)].join(`=${newline}`)
    })
    .join(newline)

/** The bytes of a mail in plain text and HTML (RFC 5322, multipart/alternative). */
export const writeMessage = (message: Message): Buffer => {
  const boundary = `=_${randomUUID()}`
  const headers = {
    From: mailbox(message.from),
    To: addressOf(message.to),
    Subject: headerText(message.subject),
    'Message-ID': message.messageId,
    Date: message.date.toUTCString().replace('GMT', '+0000'),
    ...message.headers,
    'MIME-Version': '1.0',
    'Content-Type': `multipart/alternative;${newline} boundary="${boundary}"`,
  }
  const part = (type: string, body: string) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      quotedPrintable(body),
      '',
    ].join(newline)
  return Buffer.from(
    [
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      '',
      `${part('text/plain', message.text)}${part('text/html', message.html)}--${boundary}--`,
      '',
    ].join(newline),
  )
}
