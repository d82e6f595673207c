import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import * as common from './atoms.ts'
import * as company from './companies/company/company-fields.ts'
import { legalFormField } from './companies/company/legal-form-field.ts'
import * as payment from './companies/payment/payment-fields.ts'
import * as site from './companies/sites/site-fields.ts'

const output = (schema: z.core.$ZodType, value: unknown): unknown => {
  const result = z.safeParse(schema, value)
  return result.success ? result.data : result.error.issues.map((issue) => issue.message)
}

const fields = { ...common, ...company, ...payment, ...site, legalFormField }
const byName: Readonly<Record<string, unknown>> = fields

describe('fields', () => {
  it.each<[keyof typeof fields, unknown, unknown]>([
    ['sirenField', ' 732 829 320 ', '732829320'],
    ['sirenField', '987654321', ['siren_invalid']],
    ['sirenField', '  ', ['required']],
    ['sirenField', undefined, ['required']],
    ['sirenField', null, ['required']],
    ['sirenField', 732829320, ['invalid']],
    ['sirenField', '7'.repeat(31), ['too_long']],
    ['siretField', '732 829 320 00074', '73282932000074'],
    ['siretField', '48258566300062', ['siret_invalid']],
    ['vatNumberField', 'fr 44 732829320', 'FR44732829320'],
    ['apeCodeField', '61.10z', '6110Z'],
    ['legalFormField', '5710', '5710'],
    ['legalFormField', '5711', ['legal_form_unknown']],
    ['einvoicingAddressField', '0225:732829320', '732829320'],
    ['companyReferenceField', 'oip 2', 'OIP-00000002'],
    ['loginField', 'e-4', 'E-000000004'],
    ['loginField', 'dupont', ['login_invalid']],
    ['ibanField', 'fr76 3000 6000 0112 3456 7890 189', 'FR7630006000011234567890189'],
    ['bicField', 'agrifrpp', 'AGRIFRPP'],
    ['creditorIdentifierField', 'fr72 zzz 123456', 'FR72ZZZ123456'],
    ['mandateReferenceField', 'oip-00000002-m001', 'OIP-00000002-M001'],
    ['emailField', ' a@EXEMPLE.fr ', 'a@exemple.fr'],
    ['emailField', 'a@exemple.fr\r\nBcc: b@c.fr', ['email_invalid']],
    ['phoneField', '01 84 78 78 80', '+33184787880'],
    ['phoneField', '112', ['phone_invalid']],
    ['websiteField', 'exemple.fr', 'https://exemple.fr'],
    ['personNameField', '  Jean   Paul ', 'Jean Paul'],
    ['postcodeField', '92 110', '92110'],
    ['postcodeField', '99000', ['postcode_invalid']],
    ['inseeCodeField', '2a004', '2A004'],
    ['countryField', 'fr', 'FR'],
    ['isoDateField', '2026-02-29', ['date_invalid']],
    ['passwordField', 'portail', ['password_length', 'password_uppercase', 'password_digit', 'password_special']],
    ['passwordField', ' Portail-2026 ', ' Portail-2026 '],
  ])('%s of %j → %j', (name, value, expected) => expect(output(byName[name] as z.core.$ZodType, value)).toEqual(expected))

  it('reads texts', () => {
    expect(output(fields.shortText(5), '  a \u00a0 b ')).toBe('a b')
    expect(output(fields.shortText(5), 'abcdef')).toEqual(['too_long'])
    expect(output(fields.shortText(5), 'a\nb')).toEqual(['control_characters'])
    expect(output(fields.shortText(5), '')).toEqual(['required'])
    expect(output(fields.longText(9), ' a\r\nb\t\rc ')).toBe('a\nb\t\nc')
    expect(output(fields.longText(9), '')).toBe('')
    expect(output(fields.longText(9), 'a\u0000')).toEqual(['control_characters'])
    expect(output(fields.orNull(fields.sirenField), ' ')).toBeNull()
    expect(output(fields.orNull(fields.sirenField), null)).toBeNull()
    expect(output(fields.orNull(fields.sirenField), '732 829 320')).toBe('732829320')
    expect(output(fields.passwordFieldFor('E-000000004'), 'Xx!E-000000004')).toEqual(['password_not_login'])
  })

  it('reads opening hours: sorted, errors placed as they were typed', () => {
    const week = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] }
    const [morning, evening] = [
      { from: '08:00', to: '12:00' },
      { from: '14:00', to: '18:00' },
    ]
    expect(output(fields.openingHoursField, { week: { ...week, friday: [evening, morning] }, closings: [] })).toEqual({
      week: { ...week, friday: [morning, evening] },
      closings: [],
    })
    const wrong = z.safeParse(fields.openingHoursField, {
      week: { ...week, friday: [evening, morning, { from: '11:00', to: '13:00' }] },
      closings: [],
    })
    expect(wrong.error?.issues).toMatchObject([{ message: 'slots_overlap', path: ['week', 'friday', 2, 'from'] }])
  })

  it('describes every field in JSON schema', () => {
    const schemas = Object.values(fields).filter((value) => typeof value === 'object' && '_zod' in value)
    expect(schemas.length).toBeGreaterThan(20)
    for (const schema of [...schemas, fields.shortText(10), fields.longText(10), fields.orNull(fields.sirenField)]) {
      const json = z.toJSONSchema(schema as z.core.$ZodType, { io: 'input' })
      expect(json.type ?? json.anyOf).toBeDefined()
    }
  })

  it.each(['fr', 'en'])('has a message for every code (%s)', (language) => {
    const file = new URL(`../web/messages/${language}/fields.json`, import.meta.url)
    const messages: Readonly<Record<string, string>> = JSON.parse(readFileSync(file, 'utf8'))
    for (const code of fields.fieldErrorCodes) expect(messages[`field_${code}`], code).toMatch(/\.$/)
  })
})
