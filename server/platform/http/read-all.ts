import type { Readable } from 'node:stream'
import { Problem } from '../problem.ts'

/** The whole of an uploaded file. @throws Problem `body_too_large` as soon as it exceeds `limit` bytes, whatever the request announced. */
export const readAll = async (stream: Readable, limit: number): Promise<Buffer> => {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of stream) {
    const bytes = Buffer.isBuffer(part) ? part : Buffer.from(part as string)
    size += bytes.length
    if (size > limit) throw new Problem('body_too_large')
    parts.push(bytes)
  }
  return Buffer.concat(parts)
}
