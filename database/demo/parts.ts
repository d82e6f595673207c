import type pg from 'pg'

export interface DemonstrationOptions {
  readonly ownerUrl: string
  readonly secretKeys: readonly [string, ...string[]]
  /** The portal's clock: everything is dated back from that day, the same for the same day. */
  readonly now: Date
  readonly companies?: number
  readonly contracts?: number
}

/** `loaded`: there was none; `completed`: an older one got what it lacked; `present`: nothing to do. */
export type DemonstrationOutcome = 'loaded' | 'completed' | 'present'

export type Step = (client: pg.Client, options: DemonstrationOptions) => Promise<void>

/**
 * What one domain seeds. Its version is the number of its steps: the first loads, each later one brings what was added since, to a demonstration
 * of any age that people may have worked in meanwhile. A step that was released does not change any more: add another.
 */
export interface DemonstrationPart {
  readonly name: string
  readonly steps: readonly [Step, ...Step[]]
}

/** Runs the steps that a demonstration has not seen yet, part by part, in the caller's transaction. */
export const seedParts = async (
  client: pg.Client,
  parts: readonly DemonstrationPart[],
  options: DemonstrationOptions,
): Promise<DemonstrationOutcome> => {
  const { rows } = await client.query<{ part: string; version: number }>('select part, version from demonstration_parts')
  const seeded = new Map(rows.map((row) => [row.part, row.version]))
  let outcome: DemonstrationOutcome = 'present'
  for (const { name, steps } of parts) {
    const version = seeded.get(name) ?? 0
    if (version >= steps.length) continue
    for (const step of steps.slice(version)) await step(client, options)
    await client.query(
      `insert into demonstration_parts (part, version, seeded_on) values ($1, $2, $3)
       on conflict (part) do update set version = excluded.version, seeded_on = excluded.seeded_on`,
      [name, steps.length, options.now],
    )
    outcome = seeded.size > 0 ? 'completed' : 'loaded'
  }
  return outcome
}
