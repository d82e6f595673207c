import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { componentsOf } from './components.ts'

const price = z.strictObject({ cents: z.int() })
const line = z.object({ price, note: z._default(z.string(), '') })
const basket = z.object({ lines: z.array(line) })
const lonely = z.object({ a: z.string() })
const named = new Map<string, z.core.$ZodType>([
  ['Price', price],
  ['Line', line],
  ['Basket', basket],
  ['Lonely', lonely],
])

describe('components', () => {
  it('are named once when both sides see the same, twice when they do not', () => {
    const components = componentsOf(named, [])
    expect(components.schemaOf(basket, 'output')).toEqual({ $ref: '#/components/schemas/Basket' })
    expect(components.schemaOf(basket, 'input')).toEqual({ $ref: '#/components/schemas/BasketInput' })
    expect(components.schemaOf(lonely, 'input')).toEqual({ $ref: '#/components/schemas/Lonely' })
    const used = components.used()
    expect(Object.keys(used)).toEqual(['Basket', 'BasketInput', 'Line', 'LineInput', 'Lonely', 'Price', 'PriceInput'])
    expect(used.LineInput).toMatchObject({ required: ['price'], properties: { price: { $ref: '#/components/schemas/PriceInput' } } })
    expect(used.Line).toMatchObject({ required: ['price', 'note'] })
  })

  it('keep what an answer says open, and what a request says closed', () => {
    const used = componentsOf(named, [])
    expect(used.all.Price).not.toHaveProperty('additionalProperties')
    expect(used.all.PriceInput).toMatchObject({ additionalProperties: false, properties: { cents: { type: 'integer' } } })
  })

  it('leave out those that nothing asks for', () => {
    const components = componentsOf(named, [z.array(line)])
    components.schemaOf(line, 'output')
    expect(Object.keys(components.used())).toEqual(['Line', 'Price'])
  })

  it('stand in anonymous schemas as references', () => {
    const page = z.object({ items: z.array(lonely) })
    const components = componentsOf(named, [page])
    expect(components.schemaOf(page, 'output')).toMatchObject({ properties: { items: { items: { $ref: '#/components/schemas/Lonely' } } } })
    expect(Object.keys(components.used())).toEqual(['Lonely'])
  })
})
