import { describe, expect, it } from 'vitest'
import { isHolderName } from './holder-name.ts'

describe('holder of an account', () => {
  it.each([
    ['Société Œuvre & Fils', true],
    ['Καλλιόπη A.E.', true],
    ['ООО «Владимир»', true],
    ['Nguyễn Thị Ánh', true],
    ['L’Atelier n° 3 – SARL', true],
    ['شركة الاتصالات', false],
    ['李小龍 – Владимир', false],
    ['Martin 😀', false],
    ['Martin ☎', false],
    ['--', false],
  ])('%s: %s', (name, right) => expect(isHolderName(name)).toBe(right))
})
