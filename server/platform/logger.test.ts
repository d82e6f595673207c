import { describe, expect, it } from 'vitest'
import { createLogger, readableLine, withoutTokens } from './logger.ts'

const written = (log: (logger: ReturnType<typeof createLogger>) => void, format: 'json' | 'line' = 'json'): string => {
  let text = ''
  log(createLogger({ format, write: (line) => (text += line) }))
  return text
}

describe('the logger', () => {
  it.each([
    'password',
    'newPassword',
    'token',
    'cookie',
    'authorization',
    'secretKey',
    'iban',
    'iban_sealed',
    'pin',
    'puk',
    'totp_code',
    'backupCode',
  ])('hides %s at any depth', (name) => {
    const text = written((logger) => logger.info({ [name]: 'hush-1', a: { list: [{ [name]: 'hush-2' }] } }, 'x'))
    expect(text).not.toContain('hush')
    expect(text.match(/\[redacted\]/g)).toHaveLength(2)
  })

  it('keeps what is no secret', () => {
    const text = written((logger) => logger.info({ shipping: 'kept', pinned: true, requestId: 'r-1', companyId: null }, 'x'))
    expect(JSON.parse(text)).toMatchObject({ level: 'info', msg: 'x', shipping: 'kept', pinned: true, requestId: 'r-1' })
  })

  it('hides tokens in URLs and keeps identifiers', () => {
    expect(withoutTokens('/mot-de-passe/abcdefghijklmnopqrstuvwxyz0123456789')).toBe('/mot-de-passe/[redacted]')
    const id = '01999999-aaaa-7bbb-8ccc-123456789abc'
    expect(withoutTokens(`/api/client/sites/${id}`)).toContain(id)
  })

  it('drops the rows and parameters that drivers put into errors', () => {
    const error = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (email)=(someone@firm.example) exists',
      parameters: ['hush'],
    })
    const text = written((logger) => logger.error({ err: error }, 'failed'))
    expect(text).toContain('23505')
    expect(text).not.toMatch(/someone@|hush/)
  })

  it('writes one readable line for a person', () => {
    const text = written((logger) => logger.info({ port: 3000, name: 'two words' }, 'serving'), 'line')
    expect(text).toMatch(/^\d\d:\d\d:\d\d INFO {2}serving port=3000 name="two words"\n$/)
    expect(readableLine('{"time":"2026-01-01T10:00:00.000Z","level":"warn","msg":"m"}')).toBe('10:00:00 WARN  m\n')
  })
})
