import type { VersionForm } from '#api/catalog/admin/offer-versions'
import type { CharacteristicType, Condition, StepActor } from '#api/catalog/rules/offer-definition'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'
import { stepActorWords } from '#api/rules/order-words'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import * as common from '#messages/common'
import { formatDay, formatMoney, formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { priceListLabel } from '../../catalog-labels.ts'
import { itemLabel, serviceKindLabel, typeLabel } from '../editor/item-labels.ts'
import type { FactChange } from './flatten-version.ts'

type Named = Pick<FactChange, 'part' | 'of' | 'name'>

const fieldNames: Readonly<Record<string, () => string>> = {
  validFrom: m.catalog_valid_from,
  validUntil: m.catalog_valid_until,
  place: m.catalog_place,
  type: m.catalog_type,
  required: m.catalog_must_answer,
  when: m.catalog_conditions,
  minimum: m.catalog_minimum,
  maximum: m.catalog_maximum,
  step: m.catalog_step,
  pattern: m.catalog_pattern,
  offers: m.catalog_contract_offers,
  quantityKey: m.catalog_quantity_key,
  discountBasisPoints: m.catalog_discount,
  notice: m.catalog_notice,
  tacitRenewal: m.catalog_renewal,
  penaltyBasisPoints: m.catalog_penalty,
  freeIncomingPerUnit: m.catalog_free_incoming,
  usagePlan: m.catalog_usage_plan,
  leadTimeDays: m.catalog_lead_days,
  sites: m.catalog_sites,
  actor: m.catalog_step_actor,
  days: m.catalog_step_days,
  kind: m.catalog_service_kind,
  per: m.catalog_service_per,
  accountcode: m.catalog_service_accountcode,
  oneOffCents: m.catalog_one_off,
  monthlyCents: m.catalog_monthly,
}
const textNames: Readonly<Record<string, () => string>> = {
  summary: m.catalog_summary,
  description: m.catalog_description,
  label: m.catalog_question,
  help: m.catalog_help,
  unit: m.catalog_unit,
  hint: m.catalog_pattern_words,
  option: m.catalog_option,
}

/** The field that changed. */
export const changeName = ({ name, of }: Named): string => {
  const [, text, language] = /^(\w+)_(fr|en)$/.exec(name) ?? []
  const known = text ? textNames[text] : undefined
  if (!known) return fieldNames[name]?.() ?? name
  const label = text === 'label' && /^(step|service) \d+$/.test(of) ? m.catalog_name() : known()
  return language === 'fr' ? m.catalog_label_fr({ label }) : m.catalog_label_en({ label })
}

/** What it is about: a question, a step, an item of a price list; '' for the version itself. */
export const changeSubject = ({ part, of }: Named, { definition }: VersionForm, other: VersionForm): string => {
  const characteristics = [...definition.characteristics, ...other.definition.characteristics]
  if (of === '') return ''
  if (part === 'form') return itemLabel(characteristics, of)
  if (part === 'terms') return m.catalog_commitment_of({ months: of })
  if (part === 'delivery') {
    const [kind, number] = of.split(' ')
    return kind === 'step' ? m.catalog_step_number({ number: Number(number) }) : m.catalog_service_number({ number: Number(number) })
  }
  const [list, item = '', from] = of.split(' ')
  const label = `${priceListLabel(list === 'wholesale' ? 'wholesale' : 'public')} · ${itemLabel(characteristics, item)}`
  return from === '1' ? label : `${label} · ${m.catalog_volume({ from: from ?? '' })}`
}

const conditionText = (condition: Condition, form: VersionForm): string => {
  const label = itemLabel(form.definition.characteristics, condition.key)
  const key: `catalog_when_${Condition['is']}` = `catalog_when_${condition.is}`
  const value = 'values' in condition ? condition.values.join(', ') : 'value' in condition ? formatNumber(condition.value) : ''
  return `${label} ${labelTexts[key]()} ${value}`.trim()
}

/** A value in words. */
export const changeValue = (name: string, value: unknown, form: VersionForm): string => {
  if (value === undefined || value === null || value === '') return ''
  if (typeof value === 'boolean') return value ? common.common_yes() : common.common_no()
  switch (name) {
    case 'validFrom':
    case 'validUntil':
      return formatDay(String(value))
    case 'oneOffCents':
    case 'monthlyCents':
      return formatMoney(Number(value))
    case 'discountBasisPoints':
    case 'penaltyBasisPoints':
      return `${formatNumber(Number(value) / 100)} %`
    case 'type':
      return typeLabel(value as CharacteristicType)
    case 'kind':
      return serviceKindLabel(value as ServiceKind)
    case 'actor':
      return words(stepActorWords[value as StepActor])
    case 'sites':
      return value === 'several' ? m.catalog_sites_several() : m.catalog_sites_one()
    case 'per':
      return value === 'contract'
        ? m.catalog_per_contract()
        : value === 'site'
          ? m.catalog_per_site()
          : m.catalog_per_characteristic({ label: itemLabel(form.definition.characteristics, String(value)) })
    case 'notice':
      return String(value).replace('month', m.catalog_unit_month()).replace('day', m.catalog_unit_day())
    case 'when':
      return (value as readonly Condition[]).map((condition) => conditionText(condition, form)).join(' ; ')
    default:
      return Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? formatNumber(value) : String(value)
  }
}
