import { describe, expect, it } from 'vitest'
import { cedexCity, isOfDepartment } from './cedex.ts'

describe('CEDEX addresses', () => {
  it.each([
    ['92026', '92042', true],
    ['33063', '33074', true],
    ['33063', '92042', false],
    ['2A004', '20180', true],
    ['2B033', '20407', true],
    ['2A004', '21000', false],
    ['97209', '97262', true],
    ['97105', '97262', false],
    ['97801', '97150', true],
    ['98818', '98849', true],
    ['98735', '98849', false],
  ])('commune %s, postcode %s: %s', (code, postcode, right) => expect(isOfDepartment(code, postcode)).toBe(right))

  it.each([
    ['Courbevoie', 'Courbevoie', 'Courbevoie CEDEX'],
    ['Paris', 'PARIS CEDEX 07', 'Paris CEDEX 07'],
    ['Paris', 'Paris Cedex 7', 'Paris CEDEX 07'],
    ['Courbevoie', 'Courbevoie CEDEX', 'Courbevoie CEDEX'],
  ])('%s, typed %s: %s', (commune, typed, city) => expect(cedexCity(commune, typed)).toBe(city))
})
