import { describe, expect, it } from 'vitest'
import { bulkSummary } from './bulk-summary.ts'

describe('what a file of accountcodes would do', () => {
  it('counts what changes, and what stays the same when there is some', () => {
    expect(bulkSummary({ changed: 3, unchanged: 2 })).toBe('3 accountcodes seront modifiés ; 2 sans changement.')
    expect(bulkSummary({ changed: 1, unchanged: 2 })).toBe('1 accountcode sera modifié ; 2 sans changement.')
    expect(bulkSummary({ changed: 3, unchanged: 0 })).toBe('3 accountcodes seront modifiés.')
    expect(bulkSummary({ changed: 1, unchanged: 0 })).toBe('1 accountcode sera modifié.')
  })
})
