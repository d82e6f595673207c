import { describe, expect, it } from 'vitest'
import { cedexCity, departmentOf, isOfDepartment } from './cedex.ts'

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
    ['FR', '67482', '67000', '67'],
    ['FR', null, '67000', '67'],
    ['FR', null, '97400', '974'],
    ['FR', '97701', '97133', '977'],
    ['FR', '2A004', '20000', '2A'],
    ['BE', null, '1000', null],
  ])('department of %s %s %s: %s', (country, communeCode, postcode, department) =>
    expect(departmentOf({ country, communeCode, postcode })).toBe(department),
  )

  it.each([
    ['Courbevoie', 'Courbevoie', 'Courbevoie CEDEX'],
    ['Paris', 'PARIS CEDEX 07', 'Paris CEDEX 07'],
    ['Paris', 'Paris Cedex 7', 'Paris CEDEX 07'],
    ['Courbevoie', 'Courbevoie CEDEX', 'Courbevoie CEDEX'],
  ])('%s, typed %s: %s', (commune, typed, city) => expect(cedexCity(commune, typed)).toBe(city))
})
