import { describe, expect, it } from 'vitest'
import { amountsLabel, amountsText, contractChangeLabel, offersText } from './shop-labels.ts'

describe('a line about a running contract', () => {
  const contract = { name: 'TRUNK SIP', reference: 'OC00012' }
  it('is named by what it does: its own offer modifies, an addition adds', () => {
    expect(contractChangeLabel({ contract, offer: { kind: 'contract' } })).toBe('Modification de TRUNK SIP [OC00012]')
    expect(contractChangeLabel({ contract, offer: { kind: 'addition' } })).toBe('Ajout à TRUNK SIP [OC00012]')
    expect(contractChangeLabel({ contract: null, offer: { kind: 'contract' } })).toBeNull()
  })
})

describe('what a line costs', () => {
  const plain = (text: string) => text.replaceAll(/\s/g, ' ')
  it('is told by month, with what is paid once', () => {
    expect(plain(amountsText({ monthlyCents: 19_200, oneOffCents: 35_000 }))).toBe('192,00 € HT/mois + 350,00 € HT de frais d’accès')
    expect(amountsLabel({ monthlyCents: 19_200, oneOffCents: 0 }).beside).toBeNull()
  })
  it('is what is paid once when nothing is paid by month', () => {
    expect(plain(amountsText({ monthlyCents: 0, oneOffCents: 35_000 }))).toBe('350,00 € HT')
  })
  it('is included when it is nothing, but a difference of nothing is one', () => {
    expect(amountsText({ monthlyCents: 0, oneOffCents: 0 })).toBe('Inclus')
    expect(plain(amountsText({ monthlyCents: 0, oneOffCents: 0 }, true))).toBe('0,00 € HT/mois')
  })
})

describe('what a request asks for', () => {
  const [trunk, phone] = [
    { fr: 'TRUNK SIP', en: 'SIP TRUNK' },
    { fr: 'Poste', en: 'Phone' },
  ]
  it('names each offer once, with how many', () => {
    expect(offersText({ offers: [trunk, phone, trunk], lineCount: 3 })).toBe('TRUNK SIP × 2, Poste')
    expect(offersText({ offers: [trunk, phone, phone], lineCount: 5 })).toBe('TRUNK SIP, Poste × 2 et 2 autres')
  })
})
