import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { codeOfCheck, faultsOf } from './field-codes.ts'

const faults = (schema: z.core.$ZodType, value: unknown) => {
  const result = z.safeParse(schema, value, { error: codeOfCheck })
  return result.success ? [] : faultsOf(result.error.issues)
}

const choice = z.enum(['fr', 'en'])
const twoOrThree = z.string().check(z.minLength(2), z.maxLength(3))
const choices = z.array(choice).check(z.minLength(1), z.maxLength(2))
const amount = z.number().check(z.gte(5), z.lte(9))
const either = z.discriminatedUnion('kind', [z.object({ kind: z.literal('one') }), z.object({ kind: z.literal('two') })])

describe('what is wrong with a field', () => {
  it.each<[string, z.core.$ZodType, unknown, readonly unknown[]]>([
    ['no text', z.string(), undefined, ['required']],
    ['null for a text', z.string(), null, ['required']],
    ['a number for a text', z.string(), 4, ['invalid']],
    ['an empty text where a number is due', z.number(), '', ['required']],
    ['not a number', z.number(), Number.NaN, ['invalid']],
    ['nothing chosen', choice, '', ['required']],
    ['a choice that does not exist', choice, 'de', ['invalid']],
    ['neither of two types', z.union([z.string(), z.number()]), undefined, ['required']],
    ['another than two types', z.union([z.string(), z.number()]), true, ['invalid']],
    ['an empty identifier', z.uuid(), '', ['required']],
    ['a wrong identifier', z.uuid(), '12', ['invalid']],
    ['an empty text', z.string().check(z.minLength(1)), '', ['required', { minimum: 1 }]],
    ['too short a text', twoOrThree, 'a', ['too_short', { minimum: 2 }]],
    ['too long a text', twoOrThree, 'abcd', ['too_long', { maximum: 3 }]],
    ['no element', choices, [], ['required', { minimum: 1 }]],
    ['too few elements', z.array(choice).check(z.minLength(2)), ['fr'], ['too_few', { minimum: 2 }]],
    ['too many elements', choices, ['fr', 'fr', 'fr'], ['too_many', { maximum: 2 }]],
    ['too small a number', amount, 4, ['too_small', { minimum: 5 }]],
    ['nothing at least', z.number().check(z.gte(1)), 0, ['too_small', { minimum: 1 }]],
    ['too big a number', amount, 10, ['too_big', { maximum: 9 }]],
    ['not a multiple', z.number().check(z.multipleOf(5)), 7, ['invalid']],
    ['a rule without a code', z.string().check(z.refine(() => false)), '', ['invalid']],
    ['a code of its own', z.string('siren_invalid'), 4, ['siren_invalid']],
    ['a code of its own for a bound', z.string().check(z.maxLength(2, 'name_too_long')), 'abc', ['name_too_long', { maximum: 2 }]],
  ])('%s', (_, schema, value, [code, params]) => expect(faults(schema, value)).toEqual([{ path: [], code, ...(params ? { params } : {}) }]))

  it('is told where it is, and a field that does not exist by its own name', () => {
    const form = z.strictObject({ lines: z.array(z.strictObject({ label: z.string() })), kind: z.optional(either) })
    expect(faults(form, { lines: [{ label: 'a' }, { label: 4, surprise: true, other: 1 }], kind: { kind: 'three' }, extra: 1 })).toEqual([
      { path: ['lines', 1, 'label'], code: 'invalid' },
      { path: ['lines', 1, 'surprise'], code: 'unknown' },
      { path: ['lines', 1, 'other'], code: 'unknown' },
      { path: ['kind', 'kind'], code: 'invalid' },
      { path: ['extra'], code: 'unknown' },
    ])
  })
})
