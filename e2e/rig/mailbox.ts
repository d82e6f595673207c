import { once } from 'node:events'
import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly to: readonly string[]
  readonly subject: string
  readonly text: string
  readonly html: string
  /** As it came over the wire. */
  readonly raw: string
}

export interface Mailbox {
  /** `smtp://…` for the portal under test. */
  readonly url: string
  readonly mails: readonly ReceivedMail[]
  /** Addresses that it refuses for good. */
  readonly refused: Set<string>
  /** Addresses whose mails it takes without ever saying so: the line is cut instead. */
  readonly silent: Set<string>
  /** Waits for a mail to an address, the newest that matches. */
  waitFor(to: string, subject?: RegExp): Promise<ReceivedMail>
  close(): Promise<void>
}

const splitHead = (part: string): [string, string] => {
  const end = /\r?\n\r?\n/.exec(part)
  return end === null ? [part, ''] : [part.slice(0, end.index), part.slice(end.index + end[0].length)]
}

const header = (head: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t].*)*)`, 'im').exec(head)?.[1]?.replaceAll(/\r?\n[ \t]+/g, ' ') ?? ''

const fromQuotedPrintable = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  )

const decodeWords = (text: string): string =>
  text.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi, (_, way: string, word: string) =>
    (way.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : fromQuotedPrintable(word.replaceAll('_', ' '))).toString('utf8'),
  )

const decodeBody = (head: string, body: string): string => {
  const encoding = header(head, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body).toString('utf8') : Buffer.from(body, 'latin1').toString('utf8')
}

/** The leaves of a MIME message with their media type. */
const leaves = (part: string): { type: string; body: string }[] => {
  const [head, body] = splitHead(part)
  const type = header(head, 'Content-Type')
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary === undefined) return [{ type: type.split(';')[0]?.trim().toLowerCase() ?? '', body: decodeBody(head, body) }]
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((piece) => leaves(piece.replace(/^\r?\n/, '')))
}

const read = (bytes: Buffer, to: readonly string[]): ReceivedMail => {
  const raw = bytes.toString('latin1')
  const parts = leaves(raw)
  const body = (type: string) => parts.find((part) => part.type === type)?.body ?? ''
  return { to, subject: decodeWords(header(splitHead(raw)[0], 'Subject')).trim(), text: body('text/plain'), html: body('text/html'), raw }
}

const waitMilliseconds = 15_000

/** A real SMTP server that keeps what it gets. */
export const openMailbox = async (): Promise<Mailbox> => {
  const mails: ReceivedMail[] = []
  const refused = new Set<string>()
  const silent = new Set<string>()
  const sockets = new Set<Socket>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) =>
      done(refused.has(address) ? Object.assign(new Error('No such user'), { responseCode: 550 }) : null),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        mails.push(
          read(
            Buffer.concat(chunks),
            session.envelope.rcptTo.map(({ address }) => address),
          ),
        )
        if (!session.envelope.rcptTo.some(({ address }) => silent.has(address))) return done()
        for (const socket of sockets) socket.destroy()
      })
    },
  })
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const address = server.server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The mailbox has no port.')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    refused,
    silent,
    waitFor: async (to, subject = /./) => {
      const deadline = Date.now() + waitMilliseconds
      while (Date.now() < deadline) {
        const found = mails.findLast((mail) => mail.to.includes(to) && subject.test(mail.subject))
        if (found) return found
        await new Promise((done) => setTimeout(done, 50))
      }
      throw new Error(`No mail to ${to} about ${subject}; got: ${mails.map((mail) => `${mail.to}: ${mail.subject}`).join(' | ') || 'none'}`)
    },
    close: () => new Promise((done) => server.close(done)),
  }
}

/** The first link to the portal in a mail's text. */
export const linkIn = (mail: ReceivedMail): string => {
  const link = /https?:\/\/[^\s<>"]+/.exec(mail.text)?.[0]
  if (link === undefined) throw new Error(`No link in « ${mail.subject} »: ${mail.text}`)
  return link
}
