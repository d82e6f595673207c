import { pino, stdSerializers } from 'pino'

export type Logger = pino.Logger

const secretName =
  /pass(word|wd|phrase)?|token|cookie|authori[sz]ation|secret|iban|(^|_)(pin|puk|otp|totp)($|_|code)|(pin|puk|otp)$|recovery|backup_?code/i
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i
const maximumDepth = 6

/** Hides what looks like a bearer secret in a URL or a message: a long opaque run that is not an identifier. */
export const withoutTokens = (text: string): string =>
  text.replaceAll(/[A-Za-z0-9_-]{32,}/g, (run) => (uuid.test(run) ? run : '[redacted]'))

/** A copy in which the values of fields that hold secrets or bank details are hidden, at any depth. */
const redacted = (value: unknown, depth = 0): unknown => {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth > maximumDepth) return '[deep]'
  if (value instanceof Error) return describedError(value)
  if (Array.isArray(value)) return value.map((item) => redacted(item, depth + 1))
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      secretName.test(name) && item !== null && typeof item !== 'boolean'
        ? '[redacted]'
        : name === 'url' && typeof item === 'string'
          ? withoutTokens(item)
          : redacted(item, depth + 1),
    ]),
  )
}

/** Errors of drivers carry parameters and row values in extra properties: only these are kept. */
const describedError = (error: Error) => {
  const { type, message, stack } = stdSerializers.err(error)
  const code = 'code' in error ? error.code : undefined
  return { type, message, stack, ...(code === undefined ? {} : { code }) }
}

const field = (value: unknown): string => (typeof value === 'string' && !/[\s"=]/.test(value) ? value : JSON.stringify(value))

/** One log entry as one line for a person at a terminal: time, level, message, fields; the stack of an error below. */
export const readableLine = (json: string): string => {
  const entry: Record<string, unknown> = JSON.parse(json)
  const { time, level, msg, err, ...fields } = entry
  const error = typeof err === 'object' && err !== null ? (err as { message?: unknown; stack?: unknown }) : null
  const rest = Object.entries(fields).map(([name, value]) => `${name}=${field(value)}`)
  const parts = [String(time).slice(11, 19), String(level).toUpperCase().padEnd(5), msg, ...rest].filter((part) => part !== undefined)
  return `${parts.join(' ')}\n${error === null ? '' : `${String(error.stack ?? error.message)}\n`}`
}

export interface LoggerOptions {
  readonly level?: string
  /** `json` for collectors, `line` for a person. */
  readonly format?: 'json' | 'line'
  readonly write?: (text: string) => void
}

/** Structured logs without secrets: one JSON object per line on standard output unless told otherwise. */
export const createLogger = ({
  level = 'info',
  format = 'json',
  write = (text) => process.stdout.write(text),
}: LoggerOptions = {}): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      serializers: { err: (error: unknown) => redacted(error) },
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redacted(fields) as Record<string, unknown>,
      },
    },
    { write: (json: string) => write(format === 'json' ? json : readableLine(json)) },
  )

/** For tests and tools that must stay silent. */
export const silentLogger = (): Logger => createLogger({ level: 'silent' })
