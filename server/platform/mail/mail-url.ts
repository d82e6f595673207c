import type SMTPConnection from 'nodemailer/lib/smtp-connection'

export interface MailServer {
  /** What a dialogue is opened with. */
  readonly dialogue: SMTPConnection.Options
  readonly credentials: { readonly user: string; readonly pass: string } | null
  /** Dialogues at a time. */
  readonly connections: number
}

/** Enough that the answers of a server which writes each mail to disk overlap, and few enough for any server. */
const defaultConnections = 10
/** What common servers let one client have. */
const mostConnections = 50

const readSwitch = (name: string, value: string): boolean => {
  if (value !== 'true' && value !== 'false') throw new Error(`its option ${name} is either true or false`)
  return value === 'true'
}

const readConnections = (value: string): number => {
  const count = Number(value)
  if (!/^\d{1,2}$/.test(value) || count < 1 || count > mostConnections)
    throw new Error(`its option connections is between 1 and ${mostConnections}`)
  return count
}

/**
 * Reads MAIL_URL: `smtp://user:password@host:587?requireTLS=true&connections=20`. `smtps` is encrypted from the first byte; `smtp` is encrypted when the
 * server offers it, with `requireTLS` no mail leaves otherwise, and with `ignoreTLS` it never is (a relay on the same machine). A misspelt option would be a mail in clear: it is refused.
 * @throws an Error whose message names the option and never repeats the URL, which holds a password.
 */
export const readMailUrl = (text: string): MailServer => {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || url.hostname === '' || !['smtp:', 'smtps:'].includes(url.protocol))
    throw new Error('is not a URL that starts with smtp:// or smtps://')
  let requireTLS = false
  let ignoreTLS = false
  let rejectUnauthorized = true
  let connections = defaultConnections
  for (const [name, value] of url.searchParams) {
    if (name === 'requireTLS') requireTLS = readSwitch(name, value)
    else if (name === 'ignoreTLS') ignoreTLS = readSwitch(name, value)
    else if (name === 'tls.rejectUnauthorized') rejectUnauthorized = readSwitch(name, value)
    else if (name === 'connections') connections = readConnections(value)
    else throw new Error('its options are requireTLS, ignoreTLS, tls.rejectUnauthorized and connections')
  }
  if (requireTLS && ignoreTLS) throw new Error('its options requireTLS and ignoreTLS exclude each other')
  const [user, pass] = [url.username, url.password].map(decodeURIComponent) as [string, string]
  return {
    dialogue: {
      host: url.hostname.replaceAll(/^\[|\]$/g, ''),
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      secure: url.protocol === 'smtps:',
      requireTLS,
      ignoreTLS,
      tls: { rejectUnauthorized },
    },
    credentials: user === '' ? null : { user, pass },
    connections,
  }
}
