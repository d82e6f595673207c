import { describe, expect, it } from 'vitest'
import type { Characteristic } from '../rules/offer-definition.ts'
import { proposedItems } from './definition.ts'

const label = { fr: 'Question', en: 'Question' }
const characteristics: Characteristic[] = [
  { key: 'access', label, required: true, type: 'choice', options: [{ value: 'fibre', label }] },
  { key: 'channels', label, required: true, type: 'number', minimum: 1, maximum: 9, step: 1 },
  { key: 'backup', label, required: false, type: 'boolean' },
  { key: 'socket', label, required: false, type: 'text', maximum: 40 },
  { key: 'mandate', label, required: false, type: 'file' },
  { key: 'other', label, required: false, type: 'site' },
]

describe('items proposed for a price', () => {
  const usual = ['base', 'termination', 'access', 'access=fibre', 'channels', 'backup']

  it('are what is chosen or counted', () => expect(proposedItems({ characteristics }, [])).toEqual(usual))
  it('and whatever has a price already', () =>
    expect(proposedItems({ characteristics }, [{ item: 'socket' }])).toEqual([...usual, 'socket']))
})
