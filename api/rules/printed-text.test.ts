import { describe, expect, it } from 'vitest'
import { isPrinted } from './printed-text.ts'

describe('what documents can print', () => {
  it.each([
    ['Nguyễn Thị Ánh', true],
    ['Tie\u0302\u0301ng', true],
    ['Владимир', true],
    ['Καλλιόπη', true],
    ['Ἀθῆναι', true],
    ['Łódź, 10 ‰, ≥ 10, ✓ fait — « Ťest » № 5 €', true],
    ['', true],
    ['李小龍', false],
    ['شركة', false],
    ['Société 😀', false],
    ['☎ 05', false],
    ['ქართული', false],
  ])('%s: %s', (text, right) => expect(isPrinted(text)).toBe(right))
})
