import type { Readable } from 'node:stream'
import { Problem } from '../problem.ts'

/** Beyond that many times its limit, nobody waits for the end of what is refused anyway. */
const patience = 8

/**
 * The whole of an uploaded file. @throws Problem `body_too_large` when it exceeds `limit` bytes, whatever the request announced. What still
 * comes is read and forgotten first: a client that is cut off while it sends may never see the answer.
 */
export const readAll = async (stream: Readable, limit: number): Promise<Buffer> => {
  let parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part as string)
    size += bytes.length
    if (size <= limit) parts.push(bytes)
    else parts = []
    if (size > limit * patience) break
  }
  if (size > limit) throw new Problem('body_too_large')
  return Buffer.concat(parts)
}
