import type { FieldValues } from 'react-hook-form'
import { type AdminOfferPage, updateOffer } from '#api/catalog/admin/offer-versions'
import { offerWords } from '#api/catalog/words'
import * as m from '#messages/catalog'
import { call } from '../../../../platform/call.ts'
import { type ContractForm, type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { universeLabel } from '../../catalog-labels.ts'
import { type Family, OfferFields } from '../offers/offer-fields.tsx'

type Values = FormValues<typeof updateOffer>

const valuesOf = ({ family, name, universes, addsTo, position, version }: AdminOfferPage) =>
  ({ family, name, universes, addsTo, position, version }) as Values

const readable = (_field: string, value: unknown): string => {
  if (Array.isArray(value))
    return value.map((one) => (['client', 'ambassador', 'operator'].includes(one) ? universeLabel(one) : one)).join(', ')
  return typeof value === 'object' && value !== null ? words(value as { fr: string; en: string }) : String(value ?? '')
}

/** Where an offer stands; its code and kind never change. */
export const OfferDrawer = ({
  offer,
  families,
  onClose,
}: {
  readonly offer: AdminOfferPage
  readonly families: readonly Family[]
  readonly onClose: () => void
}) => {
  const form = useContractForm(updateOffer, {
    defaultValues: valuesOf(offer),
    fromCurrent: (current) => valuesOf(current as AdminOfferPage),
  })
  return (
    <EditDrawer
      title={m.catalog_about()}
      form={form}
      size={560}
      onClose={onClose}
      formatValue={readable}
      fieldLabels={{
        name: words(offerWords.offer),
        family: words(offerWords.family),
        universes: m.catalog_universes(),
        addsTo: m.catalog_adds_to(),
        position: m.catalog_position(),
      }}
      onSave={async (body) => {
        await call(updateOffer, { params: { universe: 'carrier', offer: offer.code }, body })
        notifySuccess()
        onClose()
      }}
    >
      <OfferFields form={form as unknown as ContractForm<FieldValues>} families={families} isAddition={offer.kind === 'addition'} />
    </EditDrawer>
  )
}
