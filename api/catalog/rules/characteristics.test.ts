import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkValues, quantityOf, valueErrorCodes, visibleCharacteristics } from './characteristics.ts'
import { isIpAddress } from './ip-address.ts'
import type { Characteristic, CharacteristicValues } from './offer-definition.ts'

const label = { fr: 'Libellé', en: 'Label' }
const form = (...characteristics: Characteristic[]) => ({ characteristics })
const one = (characteristic: Partial<Characteristic> & Pick<Characteristic, 'type'>): Characteristic =>
  ({ key: 'it', label, required: true, ...characteristic }) as Characteristic

const access: Characteristic = {
  key: 'access',
  label,
  required: true,
  type: 'choice',
  options: [
    { value: 'fibre', label },
    { value: 'copper', label },
  ],
}
const fixedIp: Characteristic = {
  key: 'fixed_ip',
  label,
  required: true,
  type: 'boolean',
  when: [{ key: 'access', is: 'one_of', values: ['fibre'] }],
}
const addresses: Characteristic = {
  key: 'addresses',
  label,
  required: true,
  type: 'number',
  minimum: 1,
  maximum: 16,
  step: 1,
  when: [{ key: 'fixed_ip', is: 'filled' }],
}
const reason: Characteristic = {
  key: 'reason',
  label,
  required: true,
  type: 'text',
  maximum: 10,
  when: [{ key: 'addresses', is: 'at_least', value: 8 }],
}
const chain = form(access, fixedIp, addresses, reason)
const keys = (values: CharacteristicValues) => visibleCharacteristics(chain, values).map((characteristic) => characteristic.key)

describe('what a form asks', () => {
  it.each([
    [{}, ['access']],
    [{ access: 'copper' }, ['access']],
    [{ access: 'fibre' }, ['access', 'fixed_ip']],
    [{ access: 'fibre', fixed_ip: false }, ['access', 'fixed_ip']],
    [{ access: 'fibre', fixed_ip: true }, ['access', 'fixed_ip', 'addresses']],
    [{ access: 'fibre', fixed_ip: true, addresses: 8 }, ['access', 'fixed_ip', 'addresses', 'reason']],
    [{ access: 'copper', fixed_ip: true, addresses: 8, reason: 'x' }, ['access']],
  ])('%j asks %j', (values, asked) => expect(keys(values)).toEqual(asked))

  it('drops what it does not ask, and refuses keys it does not know', () => {
    expect(checkValues(chain, { access: 'copper', addresses: 4, surprise: 1 })).toEqual({
      values: { access: 'copper' },
      errors: [{ path: 'surprise', code: 'characteristic_unknown' }],
    })
  })

  it('reads its own keys only', () => {
    expect(checkValues(form(one({ type: 'text', maximum: 5, key: 'constructor' })), {}).errors).toEqual([
      { path: 'constructor', code: 'required' },
    ])
  })
})

describe('answers', () => {
  const number = { type: 'number', minimum: 2, maximum: 60, step: 2 } as const
  it.each<[string, Characteristic, unknown, unknown]>([
    ['choice', access, 'fibre', 'fibre'],
    ['choice unknown', access, 'radio', ['choice_unknown']],
    ['number', one(number), 4, 4],
    ['number as text', one(number), '4', ['invalid']],
    ['number below', one(number), 0, ['number_too_small', { minimum: 2 }]],
    ['number above', one(number), 1e9, ['number_too_large', { maximum: 60 }]],
    ['number between steps', one(number), 5, ['number_step', { step: 2 }]],
    ['number with decimals', one({ type: 'number', minimum: 0, maximum: 1, step: 0.1 }), 0.3, 0.3],
    ['negative', one(number), -4, ['number_too_small', { minimum: 2 }]],
    ['not a number', one(number), Number.NaN, ['invalid']],
    ['text trimmed', one({ type: 'text', maximum: 5 }), '  abc ', 'abc'],
    ['text too long', one({ type: 'text', maximum: 2 }), 'abc', ['too_long', { maximum: 2 }]],
    ['text with a control character', one({ type: 'text', maximum: 9 }), 'a\u0007b', ['control_characters']],
    ['text of a pattern', one({ type: 'text', maximum: 9, pattern: '[A-Z]{3}' }), 'ABC', 'ABC'],
    ['text of another pattern', one({ type: 'text', maximum: 9, pattern: '[A-Z]{3}' }), 'ABCD', ['pattern_mismatch']],
    ['blank', one({ type: 'text', maximum: 5 }), '   ', ['required']],
    ['blank but optional', one({ type: 'text', maximum: 5, required: false }), '', undefined],
    ['phone', one({ type: 'phone' }), '01 99 00 12 34', '+33199001234'],
    ['phone wrong', one({ type: 'phone' }), '12', ['phone_invalid']],
    ['email', one({ type: 'email' }), 'a@b.example', 'a@b.example'],
    ['email wrong', one({ type: 'email' }), 'a@', ['email_invalid']],
    ['date', one({ type: 'date' }), '2028-02-29', '2028-02-29'],
    ['date that does not exist', one({ type: 'date' }), '2027-02-29', ['date_invalid']],
    ['ip', one({ type: 'ip' }), '192.0.2.1', '192.0.2.1'],
    ['ip wrong', one({ type: 'ip' }), '192.0.2.256', ['ip_invalid']],
    ['contract', one({ type: 'contract', offers: [] }), 'oc40482', 'OC40482'],
    ['contract wrong', one({ type: 'contract', offers: [] }), 'COM00025', ['invalid']],
    ['site', one({ type: 'site' }), '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000001'],
    ['file wrong', one({ type: 'file' }), '../etc', ['invalid']],
    ['boolean said no', one({ type: 'boolean' }), false, false],
    ['boolean as text', one({ type: 'boolean' }), 'true', ['invalid']],
    ['absent', one({ type: 'boolean' }), undefined, ['required']],
  ])('%s', (_, characteristic, value, outcome) => {
    const checked = checkValues(form(characteristic), value === undefined ? {} : ({ [characteristic.key]: value } as CharacteristicValues))
    if (Array.isArray(outcome)) {
      const [code, params] = outcome
      expect(checked.errors).toEqual([{ path: characteristic.key, code, ...(params ? { params } : {}) }])
    } else {
      expect(checked.errors).toEqual([])
      expect(checked.values[characteristic.key]).toEqual(outcome)
    }
  })

  it('are stable: what was accepted is accepted again, unchanged, and only known codes come out', () => {
    const values = fc.record(
      {
        access: fc.constantFrom('fibre', 'copper', 'radio', ''),
        fixed_ip: fc.oneof(fc.boolean(), fc.string()),
        addresses: fc.oneof(fc.integer({ min: -3, max: 20 }), fc.double(), fc.string()),
        reason: fc.string({ maxLength: 14, unit: 'binary' }),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(values, (given) => {
        const checked = checkValues(chain, given)
        for (const error of checked.errors) expect(valueErrorCodes).toContain(error.code)
        if (checked.errors.length === 0) expect(checkValues(chain, checked.values)).toEqual(checked)
      }),
    )
  })
})

describe('quantities', () => {
  it.each([
    [{ quantityKey: 'channels' }, { channels: 8 }, 8],
    [{ quantityKey: 'channels' }, {}, 1],
    [{ quantityKey: 'channels' }, { channels: -2 }, 1],
    [{}, { channels: 8 }, 1],
  ])('%j %j → %s', (definition, values, quantity) => expect(quantityOf(definition, values as CharacteristicValues)).toBe(quantity))
})

describe('IP addresses', () => {
  it.each(['0.0.0.0', '203.0.113.255', '::', '::1', '2001:db8::8a2e:370:7334', '2001:db8:0:0:0:0:0:1', '::ffff:192.0.2.1'])(
    '%s is one',
    (text) => expect(isIpAddress(text)).toBe(true),
  )
  it.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '1.2.3.256',
    ':::',
    '1::2::3',
    '2001:db8',
    '1:2:3:4:5:6:7:8:9',
    '12345::',
    'g::',
    '192.0.2.1::',
    '2001:db8::/32',
    '1:2:3:4:5:6:7::8',
  ])('%j is none', (text) => expect(isIpAddress(text)).toBe(false))
})

describe('a number that is brought along', () => {
  const porting = form(one({ key: 'line', type: 'phone' }), one({ key: 'rio', type: 'text', maximum: 12, pattern: '[A-Z0-9+]{12}' }))

  it('comes with its own RIO, read as it is printed', () => {
    expect(checkValues(porting, { line: '04 78 12 34 56', rio: 'E1-h-def456-+lk' })).toEqual({
      values: { line: '+33478123456', rio: 'E1HDEF456+LK' },
      errors: [],
    })
  })

  it.each([
    ['of another number', { line: '04 78 12 34 57', rio: 'E1HDEF456+LK' }, [{ path: 'rio', code: 'rio_invalid' }]],
    ['with a false key', { line: '04 78 12 34 56', rio: 'E1HDEF456+LM' }, [{ path: 'rio', code: 'rio_invalid' }]],
    ['of a number that is none', { line: '04', rio: 'E1HDEF456+LK' }, [{ path: 'line', code: 'phone_invalid' }]],
    ['not written as one', { line: '04 78 12 34 56', rio: 'E1' }, [{ path: 'rio', code: 'pattern_mismatch' }]],
  ])('is refused with a RIO %s', (_name, values, errors) => {
    expect(checkValues(porting, values).errors).toMatchObject(errors)
  })

  it('leaves other texts of the form alone', () => {
    expect(
      checkValues(form(one({ key: 'line', type: 'phone' }), one({ key: 'priority', type: 'text', maximum: 9 })), {
        line: '112',
        priority: 'a-b',
      }).values,
    ).toMatchObject({ priority: 'a-b' })
  })
})
