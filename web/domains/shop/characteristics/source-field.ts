import type { CharacteristicValue } from '#contract/rules/catalog/offer-definition'
import type { SharedProps } from './characteristic-field.tsx'
import type { CharacteristicSource } from './characteristics-form.tsx'

/** A field whose answers are looked up or sent. */
export interface SourceFieldProps {
  readonly shared: SharedProps
  readonly name: string
  readonly value: CharacteristicValue | undefined
  readonly onChange: (value: CharacteristicValue | undefined) => void
  readonly source: CharacteristicSource | null
}
