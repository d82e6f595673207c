import { Text } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { Prices } from '#api/catalog/admin/definition'
import type { CharacteristicValues, OfferDefinition } from '#api/catalog/rules/offer-definition'
import { priceOf } from '#api/catalog/rules/pricing'
import * as m from '#messages/catalog'
import { OfferPreview } from '../../../../app/offer-form.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'
import { amountsText } from '../../catalog-labels.ts'
import type { EditorForm } from './editor-form.ts'

/** The form as the customer will fill it, with what the answers cost; it follows the editor. */
export const FormPreview = ({ form }: { readonly form: EditorForm }) => {
  const [values, setValues] = useState<CharacteristicValues>({})
  const definition = useWatch({ control: form.control, name: 'definition' }) as OfferDefinition
  const prices = useWatch({ control: form.control, name: 'prices' }) as Prices
  // A question that has no key yet cannot be answered, and one of each key is asked.
  const asked = definition.characteristics.filter(
    ({ key }, index) => key !== '' && definition.characteristics.findIndex((one) => one.key === key) === index,
  )
  if (asked.length === 0) return null
  const shown = { ...definition, characteristics: asked }
  const cost = (list: 'public' | 'wholesale') => amountsText(priceOf(prices[list], shown, values, 0))
  return (
    <SectionCard title={m.catalog_preview()} description={m.catalog_preview_hint()}>
      <div className={classes.split}>
        <div>
          <Text fw={500}>{m.catalog_preview_cost()}</Text>
          <Text className="tabular" fz="sm">
            {m.catalog_preview_public({ amount: cost('public') })}
          </Text>
          <Text className="tabular" fz="sm">
            {m.catalog_preview_wholesale({ amount: cost('wholesale') })}
          </Text>
        </div>
        <OfferPreview definition={shown} values={values} onChange={setValues} prices={prices.public} />
      </div>
    </SectionCard>
  )
}
