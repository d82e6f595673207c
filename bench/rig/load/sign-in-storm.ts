import { Agent, request } from 'node:http'
import { task, tell } from '../child.ts'

export interface StormTask {
  readonly port: number
  readonly logins: readonly string[]
  readonly password: string
  readonly concurrency: number
  readonly seconds: number
}
export interface StormAnswer {
  readonly perSecond: number
  readonly refused: Readonly<Record<string, number>>
}

/** People who sign in all at once, each with a login of their own. */
const { port, logins, password, concurrency, seconds } = await task<StormTask>()
const agent = new Agent({ keepAlive: true, maxSockets: concurrency })

const signIn = (login: string): Promise<number> =>
  new Promise((done, fail) => {
    const body = JSON.stringify({ login, password })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    request({ agent, port, host: '127.0.0.1', method: 'POST', path: '/api/session', headers }, (response) => {
      response.resume()
      response.on('end', () => done(response.statusCode ?? 0))
    })
      .on('error', fail)
      .end(body)
  })

const begun = performance.now()
let turn = 0
let done = 0
const refused: Record<string, number> = {}
const person = async () => {
  while (performance.now() - begun < seconds * 1000) {
    const status = await signIn(logins[turn++ % logins.length] ?? '')
    if (status === 200) done++
    else refused[status] = (refused[status] ?? 0) + 1
  }
}
await Promise.all(Array.from({ length: concurrency }, person))
tell({ perSecond: done / ((performance.now() - begun) / 1000), refused } satisfies StormAnswer)
