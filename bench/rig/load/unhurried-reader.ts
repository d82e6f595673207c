import { get, type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { task, tell } from '../child.ts'

export interface ReadTask {
  readonly port: number
  readonly path: string
  readonly token: string
}
export interface ReadAnswer {
  readonly lines: number
  readonly bytes: number
  readonly seconds: number
}

/** Reads a file slower than it could be written, and looks away for a second at the beginning: whoever writes must not write ahead. */
const { port, path, token } = await task<ReadTask>()
const started = performance.now()
const response = await new Promise<IncomingMessage>((done, fail) => {
  get({ host: '127.0.0.1', port, path, headers: { cookie: `session=${token}` } }, done).on('error', fail)
})
if (response.statusCode !== 200) throw new Error(`GET ${path} answers ${response.statusCode}`)
await sleep(1000)
let lines = 0
let bytes = 0
let pausedAt = 0
for await (const chunk of response as AsyncIterable<Buffer>) {
  for (const byte of chunk) if (byte === 10) lines++
  bytes += chunk.length
  if (bytes - pausedAt > 1_000_000) {
    pausedAt = bytes
    await sleep(20)
  }
}
tell({ lines, bytes, seconds: (performance.now() - started) / 1000 } satisfies ReadAnswer)
