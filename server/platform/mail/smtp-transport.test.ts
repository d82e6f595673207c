import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { readMailUrl } from './mail-url.ts'
import { createSmtpTransport } from './smtp-transport.ts'

interface Received {
  readonly secure: boolean
  readonly user: string | undefined
}

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A mail server whose certificate nobody signed; it offers STARTTLS unless told otherwise. */
const mailServer = async (options: SMTPServerOptions = {}) => {
  const received: Received[] = []
  let logins = 0
  const server = new SMTPServer({
    authOptional: true,
    onAuth({ username, password }, _session, done) {
      logins++
      if (password === 'p@ss/word') done(null, { user: username })
      else done(new Error('Wrong password'))
    },
    onData(stream, session, done) {
      stream.resume()
      stream.on('end', () => {
        received.push({ secure: session.secure, user: session.user as unknown as string | undefined })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  return {
    received,
    logins: () => logins,
    host: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
  }
}

const send = async (mailUrl: string) => {
  const transport = createSmtpTransport(mailUrl)
  closing.unshift(transport.close)
  return transport.deliver({ from: 'a@b.example', to: 'c@d.example' }, Buffer.from('Subject: x\r\n\r\nx\r\n'), { name: 'x' })
}
const plainOnly: SMTPServerOptions = { disabledCommands: ['STARTTLS'], allowInsecureAuth: true }

describe('a mail server reached with requireTLS', () => {
  it('that does not offer it gets no mail and no password', async () => {
    const server = await mailServer(plainOnly)
    expect(await send(`smtp://portal:p%40ss%2Fword@${server.host}?requireTLS=true`)).toMatchObject({ outcome: 'retry' })
    expect([server.received, server.logins()]).toEqual([[], 0])
    expect(await send(`smtp://portal:p%40ss%2Fword@${server.host}`)).toEqual({ outcome: 'sent' })
    expect(server.received).toEqual([{ secure: false, user: 'portal' }])
  })

  it('gets mails encrypted, once its certificate is accepted', async () => {
    const server = await mailServer()
    expect(await send(`smtp://${server.host}?requireTLS=true`)).toMatchObject({
      outcome: 'retry',
      reason: expect.stringMatching(/certificate/),
    })
    const url = `smtp://portal:p%40ss%2Fword@${server.host}?requireTLS=true&tls.rejectUnauthorized=false`
    expect(await send(url)).toEqual({ outcome: 'sent' })
    expect(server.received).toEqual([{ secure: true, user: 'portal' }])
  })
})

describe('a mail server that speaks TLS from the first byte', () => {
  it('is reached with smtps', async () => {
    const server = await mailServer({ secure: true })
    expect(await send(`smtps://${server.host}?tls.rejectUnauthorized=false`)).toEqual({ outcome: 'sent' })
    expect(server.received).toEqual([{ secure: true, user: undefined }])
  })
})

describe('the address of a mail server', () => {
  it('is read with its options', () => {
    expect(readMailUrl('smtp://portal:p%40ss@mail.example:587?requireTLS=true&connections=20')).toEqual({
      dialogue: { host: 'mail.example', port: 587, secure: false, requireTLS: true, ignoreTLS: false, tls: { rejectUnauthorized: true } },
      credentials: { user: 'portal', pass: 'p@ss' },
      connections: 20,
    })
    expect(readMailUrl('smtps://[::1]')).toMatchObject({ dialogue: { host: '::1', secure: true }, credentials: null, connections: 10 })
  })

  it.each([
    'requireTls=true',
    'requireTLS=1',
    'requireTLS=',
    'connections=0',
    'connections=51',
    'connections=many',
    'requireTLS=true&ignoreTLS=true',
  ])('is refused with « %s », which it does not know', (option) => {
    expect(() => readMailUrl(`smtp://portal:hush@mail.example?${option}`)).toThrow(/^its option/)
  })
})
