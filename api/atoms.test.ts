import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import * as common from './atoms.ts'
import * as company from './companies/company/company-numbers.ts'
import { legalForm } from './companies/company/legal-form.ts'
import * as payment from './companies/payment/payment-fields.ts'
import * as site from './companies/sites/site-fields.ts'
import { fieldErrorCodes } from './rules/field-codes.ts'

const output = (schema: z.core.$ZodType, value: unknown): unknown => {
  const result = z.safeParse(schema, value)
  return result.success ? result.data : result.error.issues.map((issue) => issue.message)
}

const fields = { ...common, ...company, ...payment, ...site, legalForm }
const byName: Readonly<Record<string, unknown>> = fields

describe('fields', () => {
  it.each<[keyof typeof fields, unknown, unknown]>([
    ['siren', ' 732 829 320 ', '732829320'],
    ['siren', '987654321', ['siren_invalid']],
    ['siren', '  ', ['required']],
    ['siren', undefined, ['required']],
    ['siren', null, ['required']],
    ['siren', 732829320, ['invalid']],
    ['siren', '7'.repeat(31), ['too_long']],
    ['siret', '732 829 320 00074', '73282932000074'],
    ['siret', '48258566300062', ['siret_invalid']],
    ['vatNumber', 'fr 44 732829320', 'FR44732829320'],
    ['apeCode', '61.10z', '6110Z'],
    ['legalForm', '5710', '5710'],
    ['legalForm', '5711', ['legal_form_unknown']],
    ['einvoicingAddress', '0225:732829320', '732829320'],
    ['typedCompanyReference', 'oip 2', 'OIP-00000002'],
    ['typedLogin', 'e-4', 'E-000000004'],
    ['typedLogin', 'dupont', ['login_invalid']],
    ['iban', 'fr76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
    ['bic', 'agrifrpp', 'AGRIFRPP'],
    ['creditorIdentifier', 'fr72 zzz 123456', 'FR72ZZZ123456'],
    ['mandateReference', 'oip-00000002-m001', 'OIP-00000002-M001'],
    ['email', ' a@EXEMPLE.fr ', 'a@exemple.fr'],
    ['email', 'a@exemple.fr\r\nBcc: b@c.fr', ['email_invalid']],
    ['phone', '01 84 78 78 80', '+33184787880'],
    ['phone', '112', ['phone_invalid']],
    ['website', 'exemple.fr', 'https://exemple.fr'],
    ['personName', '  Jean   Paul ', 'Jean Paul'],
    ['personName', 'D´Angelo', 'D’Angelo'],
    ['personName', '\u200b', ['required']],
    ['siren', '732 829 320\u200b', '732829320'],
    ['siren', 'SIREN : 732 829 320', '732829320'],
    ['siret', 'SIRET 732 829 320 00074', '73282932000074'],
    ['vatNumber', '\u202aFR 44 732 829 320\u202c', 'FR44732829320'],
    ['vatNumber', 'N° TVA : FR44732829320', 'FR44732829320'],
    ['vatNumber', 'CHE-123.456.788 TVA', 'CHE123456788TVA'],
    ['vatNumber', 'GB 980780684', 'GB980780684'],
    ['vatNumber', 'NO 974760673 MVA', 'NO974760673MVA'],
    ['vatNumber', 'GR123456789', 'EL123456789'],
    ['vatNumber', 'US123456789', ['vat_number_invalid']],
    ['iban', 'IBAN : FR76 3000 6000 0112 3456 7890 189\u200b', 'FR7630006000011234567890189'],
    ['bic', 'BIC/SWIFT : agrifrpp', 'AGRIFRPP'],
    ['bic', 'BICAGRIFRPP', 'BICAGRIFRPP'],
    ['creditorIdentifier', 'ICS : fr72 zzz 123456', 'FR72ZZZ123456'],
    ['typedLogin', '\u200bE-000000004', 'E-000000004'],
    ['typedCompanyReference', 'oip\u00a02\ufeff', 'OIP-00000002'],
    ['email', 'jean@exemple.fr\u00a0', 'jean@exemple.fr'],
    ['phone', '\u202d06 12 34 56 78\u202c', '+33612345678'],
    ['website', 'exemple.fr\u200b', 'https://exemple.fr'],
    ['country', 'fr\u200b', 'FR'],
    ['typedPostcode', '75 001', '75001'],
    ['typedPostcode', ' 33\u00a0000\u200b', '33000'],
    ['typedPostcode', 'SW1A 1AA', 'SW1A 1AA'],
    ['typedPostcode', 'L-1234', 'L-1234'],
    ['frenchPostcode', '92 110', '92110'],
    ['frenchPostcode', '99000', ['postcode_invalid']],
    ['inseeCode', '2a004', '2A004'],
    ['country', 'fr', 'FR'],
    ['day', '2026-02-29', ['date_invalid']],
  ])('%s of %j → %j', (name, value, expected) => expect(output(byName[name] as z.core.$ZodType, value)).toEqual(expected))

  it('reads texts', () => {
    expect(output(fields.shortText(5), '  a \u00a0 b ')).toBe('a b')
    expect(output(fields.shortText(5), 'abcdef')).toEqual(['too_long'])
    expect(output(fields.shortText(5), 'a\nb')).toEqual(['control_characters'])
    expect(output(fields.shortText(5), '')).toEqual(['required'])
    expect(output(fields.longText(9), ' a\r\nb\t\rc ')).toBe('a\nb\t\nc')
    expect(output(fields.longText(9), '')).toBe('')
    expect(output(fields.longText(9), 'a\u0000')).toEqual(['control_characters'])
    expect(output(fields.orNull(fields.siren), ' ')).toBeNull()
    expect(output(fields.orNull(fields.siren), '\u200b\u00a0')).toBeNull()
    expect(output(fields.orNull(fields.siren), null)).toBeNull()
    expect(output(fields.shortText(9), '\u202aAgence\u202f 2\u202c')).toBe('Agence 2')
    expect(output(fields.orNull(fields.siren), '732 829 320')).toBe('732829320')
  })

  it('reads opening hours: sorted, errors placed as they were typed', () => {
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
    const [morning, evening] = [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ]
    expect(output(fields.openingHours, { week: { ...week, friday: [evening, morning] }, closings: [] })).toEqual({
      week: { ...week, friday: [morning, evening] },
      closings: [],
    })
    const wrong = z.safeParse(fields.openingHours, {
      week: { ...week, friday: [evening, morning, { from: '11:00', to: '13:00' }] },
      closings: [],
    })
    expect(wrong.error?.issues).toMatchObject([{ message: 'slots_overlap', path: ['week', 'friday', 2, 'from'] }])
  })

  const isSchema = (value: unknown): value is z.core.$ZodType => typeof value === 'object' && value !== null && '_zod' in value

  it.each(Object.entries(fields).filter(([name, value]) => isSchema(value) && name !== 'companyParams'))(
    '%s is described, with an example that it takes as it is',
    (_, field) => {
      const { description, examples = [] } = z.globalRegistry.get(field as z.core.$ZodType) ?? {}
      expect(description).toMatch(/\.$/)
      expect(examples).not.toEqual([])
      for (const example of examples as unknown[]) expect(output(field as z.core.$ZodType, example)).toEqual(example)
    },
  )

  it('describes every field in JSON schema', () => {
    const schemas = Object.values(fields).filter((value) => typeof value === 'object' && '_zod' in value)
    expect(schemas.length).toBeGreaterThan(20)
    for (const schema of [...schemas, fields.shortText(10), fields.longText(10), fields.orNull(fields.siren)]) {
      const json = z.toJSONSchema(schema as z.core.$ZodType, { io: 'input' })
      expect(json.type ?? json.anyOf).toBeDefined()
    }
  })

  it.each(['fr', 'en'])('has a message for every code (%s)', (language) => {
    const file = new URL(`../web/messages/${language}/fields.json`, import.meta.url)
    const messages: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'))
    for (const code of fieldErrorCodes) expect(messages[`field_${code}`], code).toMatch(/\.$/)
  })
})
