import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPassword, isStrongPassword, type PasswordRule } from './password-rules.ts'

const broken = (password: string, login = ''): PasswordRule[] =>
  (Object.entries(checkPassword(password, login)) as [PasswordRule, boolean][]).filter(([, kept]) => !kept).map(([rule]) => rule)

describe('password rules', () => {
  it.each<[string, string, PasswordRule[]]>([
    ['Portail-2026', 'E-000000004', []],
    ['Écureuil1!', '', []],
    ['Ete\u0301-26!', '', ['length']],
    ['E\u0301te\u0301-2026!', '', []],
    ['', '', ['length', 'uppercase', 'digit', 'special']],
    ['Abc1!', '', ['length']],
    ['Abcde1!', '', ['length']],
    ['Abcdef1!', '', []],
    // Too short a login would forbid half of the words.
    ['Abcdef-1', 'e-1', []],
    ['Abcde-12', 'E12', ['not_login']],
    ['Abcdef-1ß', 'Fßß', []],
    ['portail-2026', '', ['uppercase']],
    ['Portail-deux', '', ['digit']],
    ['Portail2026', '', ['special']],
    ['Portail 2026', '', ['special']],
    ['Portailé2026', '', ['special']],
    [`Aa1!${'x'.repeat(124)}`, '', []],
    [`Aa1!${'x'.repeat(125)}`, '', ['maximum']],
    ['Mon-E000000004!', 'E-000000004', ['not_login']],
    ['Xx!e-000-000-004', 'E-000000004', ['not_login']],
    ['A1!🙂🙂🙂🙂', '', ['length']],
  ])('%s (login %s) breaks %j', (password, login, rules) => {
    expect(broken(password, login)).toEqual(rules)
    expect(isStrongPassword(password, login)).toBe(rules.length === 0)
  })

  it('never accepts what contains the login', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        expect(isStrongPassword(`${before}E-000000004${after}`, 'e-000000004')).toBe(false)
      }),
    )
  })
})
