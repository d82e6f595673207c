import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { task, tell } from './child.ts'
import { temporaryData } from './temporary-data.ts'

/** A mail server in a process of its own, as in life: each mail is on the disk before it is accepted, as RFC 5321 wants. */
await task()
const folder = temporaryData('bench-mails-')
let count = 0

const keep = async (chunks: readonly Buffer[]): Promise<void> => {
  // A few files turn by turn: the disk is asked to keep every mail, not to hold them all.
  const file = await open(join(folder, String(count++ % 64)), 'w')
  await file.writev(chunks)
  await file.datasync()
  await file.close()
}

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, _session, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => keep(chunks).then(() => done(), done))
  },
})
server.listen(0, '127.0.0.1', () => {
  const address = server.server.address()
  tell(typeof address === 'object' && address ? address.port : 0)
})
