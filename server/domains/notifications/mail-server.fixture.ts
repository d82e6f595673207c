import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface ReceivedMail {
  readonly to: string
  readonly raw: string
}

/** A real mail server on this machine, whose answers a test chooses: by recipient, all of them late, or none at all. */
export const startMailServer = async (port = 0) => {
  const received: ReceivedMail[] = []
  const behaviour = { refused: new Set<string>(), greylisted: new Set<string>(), delayMilliseconds: 0 }
  const sockets = new Set<Socket>()
  const failure = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) => {
      if (behaviour.refused.has(address)) return done(failure(550, 'No such user'))
      // The second attempt is let in, as greylisting does.
      if (behaviour.greylisted.delete(address)) return done(failure(451, 'Greylisted, come back later'))
      done()
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        received.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks).toString('utf8') })
        setTimeout(done, behaviour.delayMilliseconds)
      })
    },
  })
  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const address = server.server.address()
  return {
    received,
    behaviour,
    port: typeof address === 'object' && address ? address.port : 0,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
