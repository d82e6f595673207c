import { Readable } from 'node:stream'
import { parseConnectionUrl } from 'nodemailer/lib/shared'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { oneLine } from './render-mail.ts'
import type { Delivery, Envelope, MailTransport } from './transport.ts'

const idleMilliseconds = 5_000

interface Line {
  readonly connection: SMTPConnection
  broken: boolean
  idleTimer?: NodeJS.Timeout
}

const reasonOf = (error: { response?: string | undefined; message: string }) => oneLine(error.response ?? error.message).slice(0, 500)

/** A stream that tells when the server agreed to take the message (354): before that, a failure is certain; after it, only an answer is. */
const observed = (message: Buffer) => {
  const state = { started: false }
  const stream = new Readable({
    // No read-ahead: being asked for the bytes is what tells.
    highWaterMark: 0,
    read() {
      state.started = true
      this.push(message)
      this.push(null)
    },
  })
  return { stream, state }
}

const classify = (error: SMTPConnection.SMTPError, started: boolean): Delivery => {
  const reason = reasonOf(error)
  const code = error.responseCode ?? 0
  if (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') {
    if (code >= 500) return { outcome: 'refused', reason }
    if (code >= 400) return { outcome: 'retry', reason }
    // An address that nodemailer itself refuses to put on the wire.
    if (error.code === 'EENVELOPE' && code === 0 && !started) return { outcome: 'refused', reason }
  }
  // Anything else before the message left (unreachable, greeting refused, TLS, our own password wrong) is not this mail's fault.
  return { outcome: started ? 'unknown' : 'retry', reason }
}

/**
 * SMTP over MAIL_URL. Connections are kept for a few seconds so that a burst does not open one per mail. Built on the dialogue itself rather
 * than on the pooled transport, because only the dialogue knows whether the message had left when something broke.
 */
export const createSmtpTransport = (mailUrl: string): MailTransport => {
  const options = parseConnectionUrl(mailUrl)
  const auth = options.auth as SMTPConnection.Credentials | undefined
  const idle: Line[] = []

  const open = () =>
    new Promise<Line>((resolve, reject) => {
      const connection = new SMTPConnection({ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, ...options })
      const line: Line = { connection, broken: false }
      const lost = () => {
        line.broken = true
        const position = idle.indexOf(line)
        if (position >= 0) idle.splice(position, 1)
      }
      connection.on('error', (error) => {
        lost()
        reject(error)
      })
      connection.on('end', () => {
        lost()
        reject(new Error('The mail server closed the connection.'))
      })
      connection.connect((error) => {
        if (error) return reject(error)
        if (!auth || connection.authenticated) return resolve(line)
        connection.login(auth, (refusal) => {
          if (!refusal) return resolve(line)
          connection.close()
          reject(refusal)
        })
      })
    })

  const keep = (line: Line) => {
    if (line.broken) return
    line.idleTimer = setTimeout(() => line.connection.quit(), idleMilliseconds)
    line.idleTimer.unref()
    idle.push(line)
  }

  const send = (line: Line, envelope: Envelope, message: Buffer) =>
    new Promise<Delivery>((resolve) => {
      const { stream, state } = observed(message)
      const fail = (error: SMTPConnection.SMTPError) => resolve(classify(error, state.started))
      const ended = () => fail(new Error('The mail server closed the connection.'))
      line.connection.once('error', fail)
      line.connection.once('end', ended)
      line.connection.send({ from: envelope.from, to: envelope.to }, stream, (error) => {
        line.connection.off('error', fail)
        line.connection.off('end', ended)
        if (error) {
          line.connection.close()
          return fail(error)
        }
        resolve({ outcome: 'sent' })
        keep(line)
      })
    })

  const attempt = async (envelope: Envelope, message: Buffer, reuse: boolean): Promise<Delivery> => {
    const waiting = reuse ? idle.pop() : undefined
    clearTimeout(waiting?.idleTimer)
    try {
      const delivery = await send(waiting ?? (await open()), envelope, message)
      // A kept connection that the server had dropped meanwhile says nothing about this mail.
      return waiting?.broken && delivery.outcome === 'retry' ? await attempt(envelope, message, false) : delivery
    } catch (error) {
      return { outcome: 'retry', reason: reasonOf(error as Error) }
    }
  }

  return {
    deliver: (envelope, message) => attempt(envelope, message, true),
    async close() {
      for (const line of idle.splice(0)) {
        clearTimeout(line.idleTimer)
        line.connection.quit()
      }
    },
  }
}
