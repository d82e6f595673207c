import type { ReactNode } from 'react'
import type { CharacteristicValue } from '#api/catalog/rules/offer-definition'
import type { Universe } from '#api/universes'

/** What all fields of the form share. */
export interface SharedProps {
  readonly label: ReactNode
  readonly description: string | undefined
  readonly withAsterisk: boolean
  readonly error: string | null
  readonly onBlur: () => void
  readonly 'aria-required': boolean
}

/** Whose sites, contracts and files may answer. */
export interface CharacteristicSource {
  readonly universe: Universe
  readonly company: string
  /** Files that the values already name. */
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
}

/** A field whose answers are looked up or sent. */
export interface SourceFieldProps {
  readonly shared: SharedProps
  readonly name: string
  readonly value: CharacteristicValue | undefined
  readonly onChange: (value: CharacteristicValue | undefined) => void
  readonly source: CharacteristicSource | null
}
