import type { OfferPreviewProps } from '../../../../app/offer-form.tsx'
import { CharacteristicsForm } from './characteristics-form.tsx'

export const OfferFormPreview = (props: OfferPreviewProps) => <CharacteristicsForm {...props} source={null} />
