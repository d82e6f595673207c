import { Skeleton } from '@mantine/core'
import { type ComponentType, Suspense } from 'react'
import type { CharacteristicValues, OfferDefinition, PriceItem } from '#api/catalog/rules/offer-definition'

export interface OfferPreviewProps {
  readonly definition: Pick<OfferDefinition, 'characteristics'>
  readonly values: CharacteristicValues
  readonly onChange: (values: CharacteristicValues) => void
  readonly prices: readonly PriceItem[]
}

let Form: ComponentType<OfferPreviewProps> | null = null

/** The shop says how an offer's form is drawn; the catalogue, which comes before it, shows it while the form is written. */
export const registerOfferForm = (form: ComponentType<OfferPreviewProps>): void => {
  Form = form
}

/** The form of an offer as its customer will fill it, where nothing is looked up or sent. */
export const OfferPreview = (props: OfferPreviewProps) =>
  Form ? (
    // Its code comes after the editor's, which stays in sight meanwhile.
    <Suspense fallback={<Skeleton height={160} />}>
      <Form {...props} />
    </Suspense>
  ) : null
