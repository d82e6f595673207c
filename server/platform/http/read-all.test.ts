import { once } from 'node:events'
import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { readAll } from './read-all.ts'

let server: Server
let port: number
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
beforeAll(async () => {
  server = createServer(async (incoming, answer) => {
    const status = await readAll(incoming, 1_000_000).then(
      () => 200,
      (error) => (error instanceof Problem ? error.status : 500),
    )
    answer.writeHead(status).end()
  }).listen(0)
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

/** Without a length: nobody knows how much comes before it came. */
const send = async (bytes: number): Promise<number | undefined> => {
  const sent = request({ port, method: 'POST', agent, headers: { 'transfer-encoding': 'chunked' } })
  const answered = once(sent, 'response')
  for (let left = bytes; left > 0; left -= 65_536) sent.write(Buffer.alloc(Math.min(left, 65_536), 97))
  sent.end()
  const [answer] = await answered
  answer.resume()
  await once(answer, 'end')
  return answer.statusCode
}

describe('a file read as a whole', () => {
  it('is refused beyond its limit, and what follows on the same connection is answered', async () => {
    expect(await send(500_000)).toBe(200)
    expect(await send(6_000_000)).toBe(413)
    expect(await send(500_000)).toBe(200)
    expect(await send(1_000_001)).toBe(413)
    expect(await send(10)).toBe(200)
  })
})
