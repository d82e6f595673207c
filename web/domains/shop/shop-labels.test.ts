import { describe, expect, it } from 'vitest'
import { contractChangeLabel } from './shop-labels.ts'

describe('a line about a running contract', () => {
  const contract = { name: 'TRUNK SIP', reference: 'OC00012' }
  it('is named by what it does: its own offer modifies, an addition adds', () => {
    expect(contractChangeLabel({ contract, offer: { kind: 'contract' } })).toBe('Modification de TRUNK SIP [OC00012]')
    expect(contractChangeLabel({ contract, offer: { kind: 'addition' } })).toBe('Ajout à TRUNK SIP [OC00012]')
    expect(contractChangeLabel({ contract: null, offer: { kind: 'contract' } })).toBeNull()
  })
})
