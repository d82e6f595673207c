import pg from 'pg'

interface Seat {
  readonly client: pg.Client
  inFlight: number
  readonly ready: Promise<unknown>
}

/** Sends all statements at once over a pipelined client; the answers come in order. The first error is the one thrown, once all have come. */
export const burst = async (
  client: Pick<pg.ClientBase, 'query'>,
  statements: readonly (pg.QueryConfig | string)[],
): Promise<pg.QueryResult[]> => {
  const settled = await Promise.allSettled(statements.map((statement) => client.query(statement)))
  return settled.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}

/**
 * A few pipelined connections shared by many reads. Each read is one burst of statements (begin … commit) that PostgreSQL takes in order, so bursts
 * of several requests may queue on one connection without waiting for each other's answers.
 */
export class Lane {
  readonly #config: pg.ClientConfig
  readonly #size: number
  #seats: Seat[] = []
  #closed = false

  constructor(config: pg.ClientConfig, size: number) {
    this.#config = config
    this.#size = size
  }

  #open(): Seat {
    const client = new pg.Client({ ...this.#config, pipeline: true, statement_timeout: 15_000 })
    const seat: Seat = { client, inFlight: 0, ready: client.connect() }
    const drop = () => {
      this.#seats = this.#seats.filter((other) => other !== seat)
    }
    client.on('error', drop)
    client.on('end', drop)
    seat.ready.catch(drop)
    this.#seats.push(seat)
    return seat
  }

  #pick(): Seat {
    let best: Seat | undefined
    for (const seat of this.#seats) if (!best || seat.inFlight < best.inFlight) best = seat
    return !best || (best.inFlight > 0 && this.#seats.length < this.#size) ? this.#open() : best
  }

  /** One read: after an error, its closing statement rolls back. */
  async burst(statements: readonly (pg.QueryConfig | string)[]): Promise<pg.QueryResult[]> {
    if (this.#closed) throw new Error('The lane is closed.')
    const seat = this.#pick()
    seat.inFlight++
    try {
      await seat.ready
      return await burst(seat.client, statements)
    } finally {
      seat.inFlight--
    }
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(this.#seats.map((seat) => seat.client.end().catch(() => undefined)))
  }
}

/** A burst that found a statement unparsed because another request's burst failed, or a connection that had just died: safe to send again. */
export const worthRepeating = (error: unknown): boolean => {
  const code = (error as { code?: string }).code
  return code === '26000' || code === '57P01' || code === 'ECONNRESET' || /Connection terminated/.test(String((error as Error).message))
}
