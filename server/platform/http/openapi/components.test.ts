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
    const components = componentsOf(named, { input: [basket, lonely], output: [basket, lonely] })
    expect(components.schemaOf(basket, 'output')).toEqual({ $ref: '#/components/schemas/Basket' })
    expect(components.schemaOf(basket, 'input')).toEqual({ $ref: '#/components/schemas/BasketInput' })
    expect(components.schemaOf(lonely, 'input')).toEqual({ $ref: '#/components/schemas/Lonely' })
    const { schemas } = components
    expect(Object.keys(schemas)).toEqual(['Basket', 'BasketInput', 'Line', 'LineInput', 'Lonely', 'Price', 'PriceInput'])
    expect(schemas.LineInput).toMatchObject({ required: ['price'], properties: { price: { $ref: '#/components/schemas/PriceInput' } } })
    expect(schemas.Line).toMatchObject({ required: ['price', 'note'] })
  })

  it('keep what an answer says open, and what a request says closed', () => {
    const { schemas } = componentsOf(named, { input: [price], output: [price] })
    expect(schemas.Price).not.toHaveProperty('additionalProperties')
    expect(schemas.PriceInput).toMatchObject({ additionalProperties: false, properties: { cents: { type: 'integer' } } })
  })

  it('have their own name when one side only needs them', () => {
    const components = componentsOf(named, { input: [z.object({ price })], output: [line] })
    expect(Object.keys(components.schemas)).toEqual(['Line', 'Price', 'PriceInput'])
    const sent = componentsOf(named, { input: [price], output: [lonely] })
    expect(sent.schemas).toMatchObject({ Lonely: {}, Price: { additionalProperties: false } })
    expect(sent.schemaOf(price, 'input')).toEqual({ $ref: '#/components/schemas/Price' })
  })

  it('stand in anonymous schemas as references', () => {
    const page = z.object({ items: z.array(lonely) })
    const components = componentsOf(named, { input: [], output: [page] })
    expect(components.schemaOf(page, 'output')).toMatchObject({ properties: { items: { items: { $ref: '#/components/schemas/Lonely' } } } })
    expect(Object.keys(components.schemas)).toEqual(['Lonely'])
  })
})
