import { randomBytes } from 'node:crypto'

let lastMillisecond = 0
let counter = 0

/**
 * A UUID version 7: ordered by creation, so that keys stay together in indexes. Made here rather than by the database, which may be older than 18.
 * Uses the machine's clock: an identifier's order matters, not its date.
 */
export const newId = (): string => {
  const bytes = randomBytes(16)
  let now = Date.now()
  if (now <= lastMillisecond) {
    now = lastMillisecond
    counter = (counter + 1) & 0xfff
    if (counter === 0) now++
  } else counter = (bytes[6] as number) & 0x0f
  lastMillisecond = now
  bytes.writeUIntBE(now, 0, 6)
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
