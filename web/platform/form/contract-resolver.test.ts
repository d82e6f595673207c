import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { fieldMessage } from '../field-message.ts'
import { contractResolver } from './contract-resolver.ts'

const schema = z.object({
  name: z.string().check(z.maxLength(3, { error: 'too_long' })),
  siren: z.string().check(z.refine((value) => value === '', 'siren_invalid')),
  sites: z.array(z.object({ city: z.string() })),
})
const judge = (values: object) => contractResolver(schema)(values as never, undefined, { fields: {}, shouldUseNativeValidation: undefined })

it('tells each field the stable code and its text, numbers included', async () => {
  expect(await judge({ name: 'abcdef', siren: '1', sites: [{ city: 'Clichy' }, {}] })).toEqual({
    values: {},
    errors: {
      name: { type: 'too_long', message: fieldMessage('too_long', { maximum: 3 }) },
      siren: { type: 'siren_invalid', message: fieldMessage('siren_invalid') },
      sites: [undefined, { city: { type: 'required', message: fieldMessage('required') } }],
    },
  })
  expect(fieldMessage('too_long', { maximum: 3 })).toContain('3')
})

it('leaves right values as they were typed', async () => {
  const typed = { name: 'ab', siren: '', sites: [] }
  expect(await judge(typed)).toEqual({ values: typed, errors: {} })
})
