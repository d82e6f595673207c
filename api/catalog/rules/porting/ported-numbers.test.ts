import { describe, expect, it } from 'vitest'
import type { Characteristic } from '../offer-definition.ts'
import { portedNumbers, portingsOf } from './ported-numbers.ts'

const question = (key: string, type: 'phone' | 'text' | 'email'): Characteristic =>
  ({ key, type, label: { fr: key, en: key }, required: false, maximum: 20 }) as Characteristic

describe('numbers that a form brings along', () => {
  it.each([
    ['rio', true],
    ['mobile_rio', true],
    ['line_2_rio', true],
    ['scenario', false],
    ['-_rio', false],
    ['rio_known', false],
    ['mobile_rios', false],
    ['brio', false],
  ])('a text « %s » is the RIO of the number asked before it: %s', (key, expected) => {
    const asked = [question('number', 'phone'), question(key, 'text')]
    expect(portingsOf(asked)).toEqual(expected ? [{ number: 'number', rio: key }] : [])
  })

  it('are each the last number asked before their RIO', () => {
    const asked = [
      question('rio', 'text'),
      question('first', 'phone'),
      question('first_rio', 'text'),
      question('other', 'phone'),
      question('second', 'phone'),
      question('comment', 'text'),
      question('second_rio', 'text'),
      question('third_rio', 'email'),
    ]
    expect(portingsOf(asked)).toEqual([
      { number: 'first', rio: 'first_rio' },
      { number: 'second', rio: 'second_rio' },
    ])
    const values = { first: '+33184787880', other: '+33184787881', first_rio: '01PEROY4P4TR' }
    expect(portedNumbers(asked, values)).toEqual([{ key: 'first', number: '+33184787880' }])
    expect(portedNumbers(asked, {})).toEqual([])
    expect(portedNumbers(asked, { first: 12 })).toEqual([])
  })
})
