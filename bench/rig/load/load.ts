import autocannon from 'autocannon'
import { task, tell } from '../child.ts'

export interface LoadTask {
  readonly port: number
  readonly requests: readonly { readonly path: string; readonly token: string }[]
  readonly connections: number
  readonly seconds: number
}
export interface LoadAnswer {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

/** One load on one server, from a process of its own. A single answer that is not a success voids the run. */
const { port, requests, connections, seconds } = await task<LoadTask>()
const result = await autocannon({
  url: `http://127.0.0.1:${port}`,
  connections,
  duration: seconds,
  requests: requests.map(({ path, token }) => ({ method: 'GET', path, headers: { cookie: `session=${token}` } })),
})
if (result.errors > 0 || result.timeouts > 0 || result.non2xx > 0)
  throw new Error(`${result.errors} errors, ${result.timeouts} timeouts, ${result.non2xx} refusals under load`)
tell({
  perSecond: result['2xx'] / result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
} satisfies LoadAnswer)
