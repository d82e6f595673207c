import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Problem } from '../../../platform/problem.ts'

export interface PasswordHasher {
  /** @throws Problem `unavailable` when too many wait already. */
  hash(password: string): Promise<string>
  /**
   * Does the same work when there is no hash to compare with. `as_typed`: right, but hashed in another form than today's, to be hashed again.
   * @throws Problem `unavailable` when too many wait already.
   */
  verify(stored: string | null, password: string): Promise<'wrong' | 'right' | 'as_typed'>
  /** Hashes computed since the start. */
  readonly performed: number
}

// One password, whatever the keyboard's way of composing its accents (RFC 8265).
const composed = (password: string): string => password.normalize('NFC')

// argon2id is the library's default algorithm. Parameters: OWASP's first choice.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** A hash of the same cost that no password opens, for logins that do not exist. */
const nobody = '$argon2id$v=19$m=19456,t=2,p=1$QQCWFcTGixCAj1RNSx3ZQQ$behRoy8zJpLpYc/4x7KWe7RwsrIKRkg2hwqD5vj+ucg'

/**
 * argon2id with at most `concurrency` hashes at a time, in the library's threads, and at most `waiting` in the queue: a flood of sign-ins
 * gets 503 instead of taking the other requests' processor.
 */
export const createPasswordHasher = ({ concurrency, waiting }: { concurrency: number; waiting: number }): PasswordHasher => {
  let running = 0
  let performed = 0
  const queue: (() => void)[] = []

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= concurrency) {
      if (queue.length >= waiting) throw new Problem('unavailable', { retryAfterSeconds: 2 })
      await new Promise<void>((resolve) => queue.push(resolve))
    } else running++
    try {
      performed++
      return await work()
    } finally {
      // The place goes straight to the next in the queue: nobody overtakes.
      const next = queue.shift()
      if (next) next()
      else running--
    }
  }

  return {
    hash: (password) => inTurn(() => hash(composed(password), cost)),
    verify: (stored, password) =>
      inTurn(async () => {
        const isRight = await verify(stored ?? nobody, composed(password))
        if (isRight || password === composed(password)) return stored !== null && isRight ? 'right' : 'wrong'
        performed++
        return (await verify(stored ?? nobody, password)) && stored !== null ? 'as_typed' : 'wrong'
      }),
    get performed() {
      return performed
    },
  }
}

/** The hasher of this process. A processor is left to everybody else's requests. */
export const passwords = createPasswordHasher({ concurrency: Math.min(4, Math.max(1, availableParallelism() - 1)), waiting: 64 })
