import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { installDatabase } from '../../server/install.ts'
import { type EmbeddedServer, startEmbeddedPostgres } from '../../server/platform/db/embedded.ts'
import type { DatabaseUrls } from '../../server/platform/db/store.ts'
import { progress } from './progress.ts'

export const benchSecret = 'a-benchmark-protects-nothing-a-benchmark-protects-nothing'

/** Where benchmarks keep what is long to prepare. */
export const benchFolder = resolve(process.env.DATA_DIR ?? './var/bench')

export interface PreparedDatabase {
  readonly server: EmbeddedServer
  readonly urls: DatabaseUrls
  /** Seconds that the load took, whenever it was. */
  readonly loadSeconds: number
}

export interface Preparation {
  /** Of its folder. */
  readonly name: string
  /** Names and texts of all that fills it: another one fills it anew. New migrations are applied to what is there. */
  readonly recipe: readonly string[]
  /** Gives the seconds that the load itself took. */
  readonly fill: (urls: DatabaseUrls) => Promise<number>
}

interface Mark {
  readonly recipe: string
  readonly loadSeconds: number
}

const markOf = (file: string): Mark | null => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

const start = async (folder: string) => {
  const server = await startEmbeddedPostgres({ folder, durable: false })
  try {
    return { server, urls: await installDatabase({ adminUrl: server.adminUrl, secret: benchSecret }) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The prepared database brought up to date, or null when a migration that it has was rewritten. */
const reopen = async (folder: string): Promise<Omit<PreparedDatabase, 'loadSeconds'> | null> => {
  try {
    return await start(folder)
  } catch (error) {
    progress(`the prepared database is of another time: ${error instanceof Error ? error.message : error}`)
    return null
  }
}

/** A database that is made once, then started again from its folder. */
export const prepare = async ({ name, recipe, fill }: Preparation): Promise<PreparedDatabase> => {
  const folder = join(benchFolder, name)
  const markFile = `${folder}.json`
  const current = createHash('sha256').update(JSON.stringify(recipe)).digest('hex')
  const mark = markOf(markFile)
  if (mark?.recipe === current) {
    const opened = await reopen(folder)
    if (opened) return { ...opened, loadSeconds: mark.loadSeconds }
  }
  progress(`filling ${folder}: a few minutes, once`)
  rmSync(markFile, { force: true })
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const made = await start(folder)
  try {
    const loadSeconds = await fill(made.urls)
    writeFileSync(markFile, JSON.stringify({ recipe: current, loadSeconds } satisfies Mark))
    progress(`filled in ${Math.round(loadSeconds)} s`)
    return { ...made, loadSeconds }
  } catch (error) {
    await made.server.stop()
    throw error
  }
}
