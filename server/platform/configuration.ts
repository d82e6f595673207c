import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { isReachableByDatabaseUser } from './db/system-user.ts'
import { readMailUrl } from './mail/mail-url.ts'

/** Everything that a process may be told from outside; read once at the start, then passed down. */
export interface Configuration {
  readonly production: boolean
  readonly host: string
  readonly port: number
  /** Origin used in links, without trailing slash. */
  readonly appUrl: string
  readonly dataDir: string
  /** null: the embedded server in `dataDir`. */
  readonly databaseUrl: string | null
  /** null: mails are kept as `.eml` in `dataDir/mail`. */
  readonly mailUrl: string | null
  readonly mailFrom: string
  /** Addresses or networks whose forwarded addresses count. */
  readonly trustedProxies: readonly string[]
  readonly metricsToken: string | null
  /** The first encrypts; all decrypt, so that a key can be replaced: `SECRET_KEY=new,old`. */
  readonly secretKeys: readonly [string, ...string[]]
  /** null: not told; a new embedded database then gets the demonstration with `npm start`. */
  readonly demo: boolean | null
  readonly clockStart: Date | null
  /** Lines that the start must say (a default that moved, for instance). */
  readonly notices: readonly string[]
}

/** One clear line that names the variable at fault. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

type Environment = Readonly<Record<string, string | undefined>>
const refuse = (variable: string, reason: string): never => {
  throw new ConfigurationError(`${variable}: ${reason}`)
}
const quoted = (value: string) => JSON.stringify(value.length > 80 ? `${value.slice(0, 80)}…` : value)

const readPort = (value: string | undefined): number => {
  if (value === undefined) return 3000
  const port = Number(value)
  return /^\d{1,5}$/.test(value) && port >= 1 && port <= 65_535
    ? port
    : refuse('PORT', `${quoted(value)} is not a port between 1 and 65535`)
}

const readHost = (value = '127.0.0.1'): string =>
  isIP(value) > 0 || /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(value)
    ? value
    : refuse('HOST', `${quoted(value)} is neither an address nor a host name`)

/** True when only this machine can reach the address. */
export const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))

/** The message never repeats the value: such URLs carry passwords. */
const readUrl = (variable: string, value: string, protocols: readonly string[]): URL => {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || url.hostname === '' || !protocols.includes(url.protocol))
    return refuse(variable, `is not a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  return url
}

const checkMailUrl = (value: string): void => {
  try {
    readMailUrl(value)
  } catch (error) {
    refuse('MAIL_URL', (error as Error).message)
  }
}

const readAppUrl = (value: string | undefined, port: number): string => {
  if (value === undefined) return `http://localhost:${port}`
  const url = readUrl('APP_URL', value, ['http:', 'https:'])
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    return refuse('APP_URL', `${quoted(value)} must be an origin without path, such as https://portal.example`)
  return url.origin
}

const readMailFrom = (value: string | undefined, appUrl: string): string => {
  if (value === undefined) return `MyOpenIP <no-reply@${new URL(appUrl).hostname}>`
  const address = /<([^<>]+)>$/.exec(value.trim())?.[1] ?? value.trim()
  return /^[^\s@<>]+@[^\s@<>]+$/.test(address) && !/[\r\n]/.test(value)
    ? value.trim()
    : refuse('MAIL_FROM', `${quoted(value)} is not an e-mail address, such as Portal <no-reply@portal.example>`)
}

const readProxies = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [address = '', prefix, ...more] = part.split('/')
      const family = isIP(address)
      const length = Number(prefix ?? 0)
      const valid =
        family > 0 && more.length === 0 && /^\d{0,3}$/.test(prefix ?? '') && prefix !== '' && length <= (family === 4 ? 32 : 128)
      return valid ? part : refuse('TRUSTED_PROXIES', `${quoted(part)} is neither an address nor a network such as 10.0.0.0/8`)
    })

const readSwitch = (variable: string, value: string | undefined): boolean | null =>
  value === undefined ? null : value === '1' ? true : value === '0' ? false : refuse(variable, `${quoted(value)} is neither 0 nor 1`)

const readClockStart = (value: string | undefined): Date | null => {
  if (value === undefined) return null
  try {
    return new Date(Temporal.Instant.from(value).epochMilliseconds)
  } catch {
    return refuse('CLOCK_START', `${quoted(value)} is not an instant with its offset, such as 2026-01-31T08:00:00Z`)
  }
}

const readMode = (value: string | undefined): boolean =>
  value === undefined || ['production', 'development', 'test'].includes(value)
    ? value === 'production'
    : refuse('NODE_ENV', `${quoted(value)} is neither production, development nor test`)

const fallbackDataDir = '/var/lib/myopenip'

/** Where the data goes: `dataDir` itself may be closed to others, since it is ours to open; what stands above it is not. */
const readDataDir = (environment: Environment, cwd: string, embedded: boolean): { dataDir: string; notices: string[] } => {
  const told = environment.DATA_DIR
  const dataDir = resolve(cwd, told ?? 'var')
  if (!embedded || isReachableByDatabaseUser(dirname(dataDir))) return { dataDir, notices: [] }
  if (told !== undefined)
    return refuse('DATA_DIR', `${quoted(dataDir)} cannot be reached by the system user that runs the database; choose another folder`)
  return {
    dataDir: fallbackDataDir,
    notices: [`DATA_DIR: ${dataDir} cannot be reached by the database's system user; using ${fallbackDataDir}`],
  }
}

/** Folder by folder: Node's own way up tries again for ever where a folder is neither found nor made. */
const makeFolder = (folder: string): void => {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return
  const above = dirname(folder)
  if (above !== folder) makeFolder(above)
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process of the portal may have made it meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error
  }
}

/** Creates the folder; the embedded database's system user passes through it, and nobody else lists it. */
const openDataDir = (dataDir: string, embedded: boolean): void => {
  try {
    makeFolder(dataDir)
    if (embedded && !isReachableByDatabaseUser(dataDir)) chmodSync(dataDir, 0o711)
  } catch (error) {
    refuse('DATA_DIR', `${quoted(dataDir)} cannot be used (${error instanceof Error ? error.message : error})`)
  }
}

const minimumKeyLength = 32

/** Written once, readable by its owner only: losing it loses the secrets at rest, so it lives beside the data it protects. */
const generatedKey = (dataDir: string): string => {
  const file = join(dataDir, 'secret-key')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if (!existsSync(file)) throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}

const readSecretKeys = (value: string | undefined, production: boolean, dataDir: string): [string, ...string[]] => {
  if (value === undefined && production) return refuse('SECRET_KEY', 'is required when NODE_ENV=production (32 characters or more)')
  const [current = '', ...previous] = (value ?? generatedKey(dataDir)).split(',').map((key) => key.trim())
  for (const key of [current, ...previous])
    if (key.length < minimumKeyLength)
      refuse('SECRET_KEY', `needs ${minimumKeyLength} characters or more; several keys are separated by commas`)
  return [current, ...previous]
}

/**
 * Reads and checks every variable. Empty counts as absent.
 * @throws ConfigurationError with one line that names the variable at fault.
 */
export const readConfiguration = (raw: Environment = process.env, cwd = process.cwd()): Configuration => {
  const environment = Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== undefined && value.trim() !== ''))
  const production = readMode(environment.NODE_ENV)
  const port = readPort(environment.PORT)
  const host = readHost(environment.HOST)
  const appUrl = readAppUrl(environment.APP_URL, port)
  const databaseUrl = environment.DATABASE_URL ?? null
  if (databaseUrl !== null) readUrl('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'])
  const mailUrl = environment.MAIL_URL ?? null
  if (mailUrl !== null) checkMailUrl(mailUrl)
  const mailFrom = readMailFrom(environment.MAIL_FROM, appUrl)
  const trustedProxies = readProxies(environment.TRUSTED_PROXIES)
  const metricsToken = environment.METRICS_TOKEN ?? null
  if (metricsToken !== null && !/^\S{16,}$/.test(metricsToken)) refuse('METRICS_TOKEN', 'needs 16 characters or more, without spaces')
  const demo = readSwitch('DEMO', environment.DEMO)
  const clockStart = readClockStart(environment.CLOCK_START)
  const { dataDir, notices } = readDataDir(environment, cwd, databaseUrl === null)
  openDataDir(dataDir, databaseUrl === null)
  const secretKeys = readSecretKeys(environment.SECRET_KEY, production, dataDir)
  return {
    production,
    host,
    port,
    appUrl,
    dataDir,
    databaseUrl,
    mailUrl,
    mailFrom,
    trustedProxies,
    metricsToken,
    secretKeys,
    demo,
    clockStart,
    notices,
  }
}

/**
 * The demonstration's passwords are public: a portal that others can reach loads it only when told so.
 * @throws ConfigurationError
 */
export const refuseOpenDemonstration = (configuration: Configuration): void => {
  if (configuration.demo === null && !isLoopback(configuration.host))
    refuse(
      'HOST',
      `${quoted(configuration.host)} is reachable by others and the demonstration's passwords are public: set DEMO=0, or DEMO=1 if you mean it`,
    )
}
