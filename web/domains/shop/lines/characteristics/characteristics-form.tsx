import { Stack } from '@mantine/core'
import { useState } from 'react'
import { checkValues, visibleCharacteristics } from '#api/catalog/rules/characteristics'
import type { CharacteristicValue, CharacteristicValues, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'
import type { LineFault } from '#api/shop/baskets/basket-lines'
import { afterPress } from '../../../../platform/form/after-press.ts'
import { CharacteristicField } from './characteristic-field.tsx'
import { faultText } from './fault-text.ts'
import type { CharacteristicSource } from './source-field.ts'

export interface CharacteristicsFormProps {
  readonly definition: Pick<OfferDefinition, 'characteristics'>
  readonly values: CharacteristicValues
  readonly onChange: (values: CharacteristicValues) => void
  /** Null: a preview, where nothing is looked up or sent. */
  readonly source: CharacteristicSource | null
  /** Every fault is shown, not only those of the fields that were left. */
  readonly showsAll?: boolean
  /** What only the server knows (a closed site, an unknown contract); `path` is the characteristic's key. */
  readonly faults?: readonly LineFault[]
  /** The payer's prices: each answer says what it adds. */
  readonly prices?: readonly PriceItem[] | null
}

/**
 * The form of an offer, made of its characteristics: asks what the answers call for, and judges it as typed with the rules of the server. Used
 * wherever an offer is configured; the caller keeps the values.
 */
export const CharacteristicsForm = ({
  definition,
  values,
  onChange,
  source,
  showsAll = false,
  faults = [],
  prices,
}: CharacteristicsFormProps) => {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const asked = visibleCharacteristics(definition, values)
  const { errors } = checkValues(definition, values)
  const set = (key: string, value: CharacteristicValue | undefined) => {
    const { [key]: _, ...others } = values
    onChange(value === undefined ? others : { ...others, [key]: value })
  }
  return (
    <Stack gap="md">
      {asked.map((characteristic) => {
        const { key } = characteristic
        const own = errors.find(({ path }) => path === key)
        const told = faults.find(({ path, code }) => path === key && code !== 'required')
        // What is missing is told once the field was left; what is wrong, too: nobody is interrupted while typing.
        const isTold = showsAll || left.has(key)
        const fault = own ?? told
        return (
          <CharacteristicField
            key={key}
            characteristic={characteristic}
            value={values[key]}
            onChange={(value) => set(key, value)}
            onLeave={() => afterPress(() => setLeft((before) => (before.has(key) ? before : new Set(before).add(key))))}
            error={fault && isTold ? faultText(characteristic, fault) : null}
            source={source}
            prices={prices ?? null}
          />
        )
      })}
    </Stack>
  )
}
