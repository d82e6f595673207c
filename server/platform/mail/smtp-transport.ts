import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { readMailUrl } from './mail-url.ts'
import { oneLine } from './render-mail.ts'
import type { Delivery, Envelope, MailTransport } from './transport.ts'

const idleMilliseconds = 5_000

type Failure = SMTPConnection.SMTPError

interface Line {
  readonly connection: SMTPConnection
  broken: boolean
  idleTimer?: NodeJS.Timeout
}

const reasonOf = (error: { response?: string | undefined; message: string }) => oneLine(error.response ?? error.message).slice(0, 500)

const answerOf = (error: Failure) => error.responseCode ?? 0

/** The message as a stream, asked for its bytes when the server agreed to take it (354): until they leave, a failure is certain; after, only an answer is. */
const heldBack = (message: Buffer, leaves: () => Promise<boolean>) => {
  const state = { started: false, withheld: false }
  const stream = new Readable({
    // No read-ahead: being asked for the bytes is what tells.
    highWaterMark: 0,
    read() {
      if (state.started || state.withheld) return
      leaves().then(
        (may) => {
          if (stream.destroyed) return
          if (!may) {
            state.withheld = true
            stream.destroy(new Error('This mail is no longer to be sent from here.'))
            return
          }
          state.started = true
          this.push(message)
          this.push(null)
        },
        (error: Error) => stream.destroy(error),
      )
    },
  })
  return { stream, state }
}

const classify = (error: Failure, started: boolean): Delivery => {
  const reason = reasonOf(error)
  const code = answerOf(error)
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
  const { dialogue, credentials, connections } = readMailUrl(mailUrl)
  const idle: Line[] = []

  const open = () =>
    new Promise<Line>((resolve, reject) => {
      const connection = new SMTPConnection({ connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000, ...dialogue })
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
        if (!credentials || connection.authenticated) return resolve(line)
        connection.login(credentials, (refusal) => {
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

  /** After a refusal the dialogue goes on with the next mail, unless the server said good-bye (421). */
  const keepAfter = (line: Line, error: Failure) => {
    const code = answerOf(error)
    const isAnswer = (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && code >= 400 && code !== 421
    if (!isAnswer || line.broken) return line.connection.close()
    line.connection.reset((failure) => (failure ? line.connection.close() : keep(line)))
  }

  interface Attempt {
    readonly delivery: Delivery
    /** The server said something about this mail, or the message had begun to leave: asking again at once would change nothing. */
    readonly isAnswered: boolean
  }

  const send = (line: Line, envelope: Envelope, message: Buffer, leaves: () => Promise<boolean>) =>
    new Promise<Attempt>((resolve) => {
      const { stream, state } = heldBack(message, leaves)
      const fail = (error: Failure) => {
        const code = answerOf(error)
        resolve({
          delivery: state.withheld ? { outcome: 'withheld' } : classify(error, state.started),
          isAnswered: state.withheld || state.started || (code > 0 && code !== 421),
        })
      }
      const ended = () => fail(new Error('The mail server closed the connection.'))
      line.connection.once('error', fail)
      line.connection.once('end', ended)
      line.connection.send({ from: envelope.from, to: envelope.to }, stream, (error) => {
        line.connection.off('error', fail)
        line.connection.off('end', ended)
        if (error) {
          fail(error)
          return keepAfter(line, error)
        }
        resolve({ delivery: { outcome: 'sent' }, isAnswered: true })
        keep(line)
      })
    })

  const deliver = async (envelope: Envelope, message: Buffer, leaves: () => Promise<boolean>): Promise<Delivery> => {
    const waiting = idle.pop()
    clearTimeout(waiting?.idleTimer)
    try {
      if (waiting) {
        const { delivery, isAnswered } = await send(waiting, envelope, message, leaves)
        // A kept connection that the server had dropped meanwhile says nothing about this mail: asked once more, on a fresh one.
        if (isAnswered || delivery.outcome !== 'retry') return delivery
      }
      return (await send(await open(), envelope, message, leaves)).delivery
    } catch (error) {
      return { outcome: 'retry', reason: reasonOf(error as Error) }
    }
  }

  return {
    connections,
    deliver: (envelope, message, { leaves = async () => true }) => deliver(envelope, message, leaves),
    async close() {
      for (const line of idle.splice(0)) {
        clearTimeout(line.idleTimer)
        line.connection.quit()
      }
    },
  }
}
