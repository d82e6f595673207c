import { expect, it } from 'vitest'
import type { Characteristic } from '#api/catalog/rules/offer-definition'
import { formInWords } from './order-words.ts'

const words = (text: string) => ({ fr: text, en: text })
const characteristics: readonly Characteristic[] = [
  { key: 'number', label: words('Numéro'), required: true, type: 'phone' },
  { key: 'day', label: words('Date'), required: true, type: 'date' },
  { key: 'channels', label: words('Canaux'), required: true, type: 'number', minimum: 1, maximum: 60, step: 1, unit: words('canaux') },
]
const definition = { characteristics } as unknown as Parameters<typeof formInWords>[0]

it('numbers and days of a form are written as they are read, in both languages', () => {
  const answers = formInWords(definition, { number: '+33199001002', day: '2026-11-30', channels: 4 })
  expect(answers.map(({ value }) => value)).toEqual([words('01\u00a099\u00a000\u00a010\u00a002'), words('30/11/2026'), words('4 canaux')])
})
