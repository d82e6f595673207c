import type { FieldValues } from 'react-hook-form'
import type { VersionForm } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { words } from '../../../../platform/words.ts'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { changeValue } from '../changes/change-text.ts'
import type { EditorForm } from '../editor/editor-form.ts'
import { characteristicLabel, itemLabel, wordsOr } from '../editor/item-labels.ts'

const MergeDialog = lazyPart(() => import('../../../../ui/merge/merge-dialog.tsx'), 'MergeDialog')

/** A version taken apart, so that two people who edited different parts of it need not choose. */
const apart = ({ definition, prices, ...dates }: VersionForm): FieldValues => ({
  ...dates,
  ...Object.fromEntries(Object.entries(definition).map(([key, value]) => [`definition.${key}`, value])),
  'prices.public': prices.public,
  'prices.wholesale': prices.wholesale,
})

const together = (values: FieldValues): VersionForm => {
  const { validFrom, validUntil, 'prices.public': publicPrices, 'prices.wholesale': wholesale, ...rest } = values
  const definition = Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => (value === undefined ? [] : [[key.replace(/^definition\./, ''), value]])),
  )
  return { validFrom, validUntil, definition, prices: { public: publicPrices, wholesale } } as VersionForm
}

const labels = (): Readonly<Record<string, string>> => ({
  validFrom: m.catalog_valid_from(),
  validUntil: m.catalog_valid_until(),
  'definition.summary': m.catalog_summary(),
  'definition.description': m.catalog_description(),
  'definition.characteristics': m.catalog_characteristics(),
  'definition.quantityKey': m.catalog_quantity_key(),
  'definition.freeIncomingPerUnit': m.catalog_free_incoming(),
  'definition.usagePlan': m.catalog_usage_plan(),
  'definition.commitments': m.catalog_commitments(),
  'definition.notice': m.catalog_notice(),
  'definition.tacitRenewal': m.catalog_renewal(),
  'definition.penaltyBasisPoints': m.catalog_penalty(),
  'definition.leadTimeDays': m.catalog_lead_days(),
  'definition.sites': m.catalog_sites(),
  'definition.steps': m.catalog_steps(),
  'definition.services': m.catalog_services(),
  'prices.public': labelTexts.catalog_list_public(),
  'prices.wholesale': labelTexts.catalog_list_wholesale(),
})

const valueText = (field: string, value: unknown, form: VersionForm): string => {
  if (value === undefined || value === null) return ''
  const definition = form.definition
  switch (field) {
    case 'definition.summary':
    case 'definition.description':
      return words(value as { fr: string; en: string })
    case 'definition.characteristics':
      return (value as VersionForm['definition']['characteristics']).map(characteristicLabel).join(', ')
    case 'definition.commitments':
      return (value as VersionForm['definition']['commitments'])
        .map(({ months, discountBasisPoints }) => `${m.catalog_commitment_of({ months: String(months) })} : ${discountBasisPoints / 100} %`)
        .join(', ')
    case 'definition.notice': {
      const { count, unit } = value as VersionForm['definition']['notice']
      return changeValue('notice', `${count} ${unit}`, form)
    }
    case 'definition.steps':
      return (value as VersionForm['definition']['steps'])
        .map(({ label }, index) => wordsOr(label, m.catalog_step_number({ number: index + 1 })))
        .join(', ')
    case 'definition.services':
      return (value as VersionForm['definition']['services'])
        .map(({ name }, index) => wordsOr(name, m.catalog_service_number({ number: index + 1 })))
        .join(', ')
    case 'prices.public':
    case 'prices.wholesale':
      return (value as VersionForm['prices']['public'])
        .map(
          ({ item, oneOffCents, monthlyCents }) =>
            `${itemLabel(definition.characteristics, item)} : ${changeValue('oneOffCents', oneOffCents, form)} + ${changeValue('monthlyCents', monthlyCents, form)}`,
        )
        .join(', ')
    default:
      return changeValue(field.replace(/^definition\./, ''), value, form)
  }
}

/** Two people edited the version: settled part by part. */
export const VersionMerge = ({ form, onSettled }: { readonly form: EditorForm; readonly onSettled: () => void }) => {
  const { conflict } = form
  if (!conflict) return null
  const flat = {
    conflict: {
      base: apart(conflict.base as VersionForm),
      mine: apart(conflict.mine as VersionForm),
      theirs: apart(conflict.theirs as VersionForm),
    },
    resolveConflict: (values: FieldValues) => {
      form.resolveConflict(together(values))
      onSettled()
    },
    dismissConflict: form.dismissConflict,
  }
  return <MergeDialog form={flat} labels={labels()} format={(field, value) => valueText(field, value, conflict.mine as VersionForm)} />
}
