import MailComposer from 'nodemailer/lib/mail-composer'
import { oneLine } from './render-mail.ts'

export interface Mailbox {
  readonly name: string
  readonly address: string
}

export interface Message {
  readonly from: Mailbox
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly messageId: string
  readonly date: Date
  /** Further headers, ASCII. */
  readonly headers: Readonly<Record<string, string>>
}

/** Reads `Name <address>` or a bare address. What stands before the address is one name, commas included. */
export const readMailbox = (text: string): Mailbox => {
  const [, name = '', address = text] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(text) ?? []
  return { name: oneLine(name).replaceAll(/^"|"$/g, ''), address: address.trim() }
}

/** The bytes of a mail in plain text and HTML. Addresses are handed over as such: nothing in them is read as a list. */
export const writeMessage = ({ from, to, subject, text, html, messageId, date, headers }: Message): Promise<Buffer> =>
  new MailComposer({
    from: { ...from },
    to: { name: '', address: to },
    subject: oneLine(subject),
    text,
    html,
    messageId,
    date,
    headers: { ...headers },
    // Mail programs and people read the source, spam filters do not frown.
    textEncoding: 'quoted-printable',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build()
