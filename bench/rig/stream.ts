import { Agent, request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { task, tell } from './child.ts'

export interface StreamTask {
  readonly port: number
  readonly requests: readonly { readonly path: string; readonly token: string }[]
  readonly perSecond: number
  readonly seconds: number
}

/** Requests at a steady pace, whatever the answers take: what people do. Answers the milliseconds of each. */
const { port, requests, perSecond, seconds } = await task<StreamTask>()
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

const ask = (path: string, token: string): Promise<number> =>
  new Promise((done, fail) => {
    const started = performance.now()
    request({ agent, port, host: '127.0.0.1', path, headers: { cookie: `session=${token}` } }, (response) => {
      response.resume()
      response.on('end', () =>
        response.statusCode === 200 ? done(performance.now() - started) : fail(new Error(`GET ${path} answers ${response.statusCode}`)),
      )
    })
      .on('error', fail)
      .end()
  })

const begun = performance.now()
const answers: Promise<number>[] = []
for (let index = 0; index < perSecond * seconds; index++) {
  const wait = begun + (index * 1000) / perSecond - performance.now()
  if (wait > 0) await sleep(wait)
  const chosen = requests[index % requests.length]
  if (chosen) answers.push(ask(chosen.path, chosen.token))
}
tell(await Promise.all(answers))
