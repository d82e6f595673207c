import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigurationError, isLoopback, readConfiguration, refuseOpenDemonstration } from './configuration.ts'

const secret = 'x'.repeat(32)
let dataDir = ''
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'portal-configuration-'))
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const read = (variables: Record<string, string> = {}) => readConfiguration({ DATA_DIR: dataDir, SECRET_KEY: secret, ...variables })

describe('configuration', () => {
  it('has sensible defaults', () => {
    expect(read()).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3000,
      appUrl: 'http://localhost:3000',
      databaseUrl: null,
      mailUrl: null,
      mailFrom: 'MyOpenIP <no-reply@localhost>',
      trustedProxies: [],
      metricsToken: null,
      demo: null,
      clockStart: null,
    })
  })

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80a'],
    ['HOST', 'not a host'],
    ['APP_URL', 'portal.example'],
    ['APP_URL', 'https://portal.example/path'],
    ['DATABASE_URL', 'mysql://a/b'],
    ['MAIL_URL', 'ftp://x'],
    ['MAIL_URL', 'http://mail.example'],
    ['MAIL_URL', 'smtp://mail.example?requireTls=true'],
    ['MAIL_URL', 'smtp://mail.example?requireTLS=yes'],
    ['MAIL_URL', 'smtp://mail.example?connections=0'],
    ['MAIL_URL', 'smtp://mail.example?connections=51'],
    ['MAIL_FROM', 'nobody'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', 'proxy'],
    ['METRICS_TOKEN', 'short'],
    ['SECRET_KEY', 'short'],
    ['SECRET_KEY', `${secret},short`],
    ['DEMO', 'yes'],
    ['CLOCK_START', '2026-01-31'],
    ['DATA_DIR', '/dev/null'],
    ['DATA_DIR', '/dev/null/data'],
    // Nothing can be made there: looked for, a folder is neither found nor made.
    ['DATA_DIR', '/proc/portal/data'],
    ['NODE_ENV', 'staging'],
  ])('refuses %s=%s with one line that names it', (variable, value) => {
    const attempt = () => read({ [variable]: value })
    expect(attempt).toThrow(ConfigurationError)
    expect(attempt).toThrow(new RegExp(`^${variable}: [^\\n]+$`))
  })

  it('never repeats a value that may hold a password', () => {
    expect(() => read({ DATABASE_URL: 'mysql://admin:hush@db/x' })).not.toThrow(/hush/)
    expect(() => read({ MAIL_URL: 'smtp://portal:hush@mail.example?tls=1' })).not.toThrow(/hush/)
  })

  it('counts empty as absent', () => {
    expect(read({ PORT: '', MAIL_URL: ' ' })).toMatchObject({ port: 3000, mailUrl: null })
  })

  it('keeps previous keys after the current one', () => {
    const previous = 'y'.repeat(40)
    expect(read({ SECRET_KEY: `${secret}, ${previous}` }).secretKeys).toEqual([secret, previous])
  })

  it('generates a key once, readable by its owner only', () => {
    const [first] = read({ SECRET_KEY: '' }).secretKeys
    expect(read({ SECRET_KEY: '' }).secretKeys).toEqual([first])
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(dataDir, 'secret-key'), 'utf8').trim()).toBe(first)
  })

  it('requires the key in production', () => {
    expect(() => read({ NODE_ENV: 'production', SECRET_KEY: '' })).toThrow(/^SECRET_KEY: is required/)
  })

  it('opens no demonstration to others unless told', () => {
    expect(() => refuseOpenDemonstration(read({ HOST: '0.0.0.0' }))).toThrow(/^HOST: /)
    const harmless: Record<string, string>[] = [{}, { HOST: '::1' }, { HOST: '0.0.0.0', DEMO: '0' }, { HOST: '0.0.0.0', DEMO: '1' }]
    for (const variables of harmless) expect(() => refuseOpenDemonstration(read(variables))).not.toThrow()
  })

  it('knows what only this machine reaches', () => {
    expect(['localhost', '127.0.0.1', '127.1.2.3', '::1'].map(isLoopback)).toEqual([true, true, true, true])
    expect(['0.0.0.0', '::', '127.example', '192.168.1.1'].map(isLoopback)).toEqual([false, false, false, false])
  })
})
