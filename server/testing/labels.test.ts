import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { objectKindWords, operationWords } from '#api/activity/words'
import { mailTemplateWords } from '#api/notifications/words'
import { problems } from '#api/problems'
import { fieldErrorCodes } from '#api/rules/field-codes'
import { templates } from '#api/templates'
import { universes } from '#api/universes'

/** Everything that has a code has a name on screen, in both languages. */
const root = new URL('../../', import.meta.url).pathname

const messagesOf = (language: string): Set<string> => {
  const folder = join(root, 'web/messages', language)
  return new Set(readdirSync(folder).flatMap((file) => Object.keys(JSON.parse(readFileSync(join(folder, file), 'utf8')))))
}

const sources = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))

const literals = (name: string): string[] => {
  const found = sources(join(root, 'server/domains')).flatMap((text) =>
    [...text.matchAll(new RegExp(`\\b${name}: '([a-z_.]+)'`, 'g'))].map((match) => match[1] ?? ''),
  )
  return [...new Set(found)].sort()
}

/** Codes of checks written directly in contract files: the message of a check is its code. */
const checkCodes = (): string[] => {
  const found = sources(join(root, 'api')).flatMap((text) =>
    [...text.matchAll(/(?:z\.\w+\([^()]*|refine\([^()]*(?:\([^()]*\)[^()]*)*), '([a-z][a-z0-9_]+)'\)/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(found)].sort()
}

/** Names of the mails that the domains declare. */
const mails = (): string[] => {
  const found = sources(join(root, 'server/domains')).flatMap((text) =>
    [...text.matchAll(/\b(?:defineMail|securityMail)\(\s*'([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  )
  return [...new Set(found)].sort()
}

/** The expected keys that neither hold, by language. */
const missing = (keys: readonly string[]): Record<string, string[]> =>
  Object.fromEntries(['fr', 'en'].map((language) => [language, keys.filter((key) => !messagesOf(language).has(key))]))

/** An operation is `<object>.<verb>`; the items of an order have actions too. */
const operations = (actions: readonly string[]) => actions.filter((action) => action.includes('.'))

const none = { fr: [], en: [] }

describe('labels in both languages', () => {
  it('of problems', () => expect(missing(Object.keys(problems).map((code) => `problem_${code}`))).toEqual(none))
  it('of field errors', () => expect(missing([...fieldErrorCodes].map((code) => `field_${code}`))).toEqual(none))
  it('of the checks of the contract', () => expect(missing(checkCodes().map((code) => `field_${code}`))).toEqual(none))
  it('of templates of rights and what they mean', () =>
    expect(
      missing(
        templates.flatMap((template) => [
          `template_${template.replaceAll('.', '_')}`,
          `template_${template.replaceAll('.', '_')}_description`,
        ]),
      ),
    ).toEqual(none))
  it('of universes', () => expect(missing(universes.map((universe) => `universe_${universe}`))).toEqual(none))
  it('of mails, and in the filter of what was sent', () => {
    expect(mails().length).toBeGreaterThan(15)
    expect(mails().filter((name) => !Object.hasOwn(mailTemplateWords, name))).toEqual([])
  })
  it('of operations in the history', () =>
    expect(operations(literals('action')).filter((action) => !Object.hasOwn(operationWords, action))).toEqual([]))
  it('of kinds of objects in the history', () =>
    expect(literals('objectKind').filter((kind) => !Object.hasOwn(objectKindWords, kind))).toEqual([]))
  it('are missed when they are missing', () =>
    expect(missing(['problem_that_nobody_wrote'])).toEqual({ fr: ['problem_that_nobody_wrote'], en: ['problem_that_nobody_wrote'] }))
})
