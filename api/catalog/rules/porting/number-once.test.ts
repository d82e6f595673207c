import { expect, it } from 'vitest'
import type { Characteristic } from '../offer-definition.ts'
import { numberAlsoIn, withoutPortings } from './number-once.ts'

const words = (text: string) => ({ fr: text, en: text })
const characteristics: readonly Characteristic[] = [
  { key: 'contact_phone', label: words('Standard'), required: false, type: 'phone' },
  {
    key: 'mode',
    label: words('Numéro'),
    required: true,
    type: 'choice',
    options: [
      { value: 'new', label: words('Nouveau') },
      { value: 'port', label: words('À conserver') },
    ],
  },
  {
    key: 'number',
    label: words('Numéro à conserver'),
    required: true,
    type: 'phone',
    when: [{ key: 'mode', is: 'one_of', values: ['port'] }],
  },
  { key: 'rio', label: words('RIO'), required: true, type: 'text', maximum: 12, when: [{ key: 'mode', is: 'one_of', values: ['port'] }] },
]
const form = (values: Record<string, string>) => ({ definition: { characteristics }, values })
const ported = form({ contact_phone: '+33199001001', mode: 'port', number: '+33199001002', rio: '01E0000009U2' })

it('a number is brought along by one form', () => {
  expect(numberAlsoIn(ported, [form({ mode: 'port', number: '+33199001003' }), ported])).toBe('number')
  expect(numberAlsoIn(ported, [form({ mode: 'port', number: '+33199001003' })])).toBeNull()
  expect(numberAlsoIn(ported, [])).toBeNull()
})

it('a number is the same however it is typed', () => {
  expect(numberAlsoIn(form({ mode: 'port', number: '01 99 00 10 02' }), [ported])).toBe('number')
  expect(numberAlsoIn(ported, [form({ mode: 'port', number: '01.99.00.10.02', rio: '?' })])).toBe('number')
})

it('a number that is not asked for, or that nothing brings along, is not taken', () => {
  expect(numberAlsoIn(ported, [form({ mode: 'new', number: '+33199001002' })])).toBeNull()
  expect(numberAlsoIn(form({ contact_phone: '+33199001001', mode: 'new' }), [ported])).toBeNull()
})

it('a copy of a form has no number of its own yet', () => {
  expect(withoutPortings(ported)).toEqual({ contact_phone: '+33199001001', mode: 'port' })
})
