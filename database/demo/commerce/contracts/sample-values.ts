import { visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type { Characteristic, CharacteristicValue, CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { portingsOf } from '#api/catalog/rules/porting/ported-numbers'
import { rioKey } from '#api/catalog/rules/porting/rio'
import { parsePhone } from '#api/companies/rules/contact/phone-number'
import type { Chance } from '../../chance.ts'
import { demoPhone } from '../../identifiers.ts'
import type { Customer } from './customers.ts'

/** Answers to texts that follow a pattern. */
const texts: Readonly<Record<string, string>> = {
  room: 'Rez-de-chaussée, local à droite de l’accueil',
  socket: 'FI-1234-5678-9012',
  block_reason: 'Serveurs de messagerie',
  line_number: '0199001234',
  use: 'Serveurs de messagerie et tunnels',
  pbx_model: 'IPBX existant',
  area: '0199',
  alarm_company: 'Vigie Exemple',
  domain: 'equipe.exemple.example',
  licence_key: 'ABCD-1234-EFGH-5678',
  host_name: 'SRV-APPLI',
  private_network: 'objets.exemple',
  guest_name: 'Invités',
}

/** A RIO of that number, its key included. */
const rioOf = (number: CharacteristicValue | undefined): string => {
  const body = '01EAB1234'
  return body + rioKey(body, parsePhone(String(number))?.national ?? '')
}

const answer = (characteristic: Characteristic, customer: Customer, chance: Chance): CharacteristicValue | undefined => {
  switch (characteristic.type) {
    case 'choice':
      // What needs another running contract is left to people.
      return characteristic.key === 'use' ? characteristic.options[0]?.value : chance.pick(characteristic.options).value
    case 'boolean':
      return chance.happens(0.2)
    case 'number': {
      const steps = Math.floor((characteristic.maximum - characteristic.minimum) / characteristic.step)
      return characteristic.minimum + characteristic.step * chance.between(0, Math.min(steps, characteristic.required ? 7 : 2))
    }
    case 'text':
      return characteristic.key === 'subdomain' ? `c${customer.number}-telephonie` : (texts[characteristic.key] ?? 'Non précisé')
    case 'phone':
      return demoPhone(customer.number * 7)
    case 'email':
      return `technique@${customer.domain}`
    case 'ip':
      return `192.0.2.${1 + (customer.number % 250)}`
    case 'site':
      return customer.sites.at(-1)?.id
    default:
      return undefined
  }
}

/** A form filled as somebody would: every question asked that must be answered, some of the others. */
export const sampleValues = (
  definition: OfferDefinition,
  customer: Customer,
  chance: Chance,
  told: CharacteristicValues = {},
): CharacteristicValues => {
  const values: Record<string, CharacteristicValue> = {}
  for (const characteristic of definition.characteristics) {
    if (!visibleCharacteristics(definition, values).includes(characteristic)) continue
    const own = told[characteristic.key]
    const skipped = !characteristic.required && characteristic.type !== 'number' && characteristic.type !== 'boolean'
    const porting = portingsOf(definition.characteristics).find(({ rio }) => rio === characteristic.key)
    if (porting) {
      values[characteristic.key] = rioOf(values[porting.number])
      continue
    }
    const value = own ?? (skipped ? undefined : answer(characteristic, customer, chance))
    if (value !== undefined) values[characteristic.key] = value
  }
  return values
}
