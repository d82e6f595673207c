import { endOfferVersion, type OfferVersion } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import { call } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { DateField } from '../../../../ui/fields/date-field.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'

/** The last day on which a published version is sold. */
export const EndDrawer = ({ version, onClose }: { readonly version: OfferVersion; readonly onClose: () => void }) => {
  const form = useContractForm(endOfferVersion, {
    defaultValues: { validUntil: version.validUntil, revision: version.revision },
    fromCurrent: (current) => {
      const { validUntil, revision } = current as OfferVersion
      return { validUntil, revision }
    },
  })
  return (
    <EditDrawer
      title={m.catalog_end()}
      form={form}
      onClose={onClose}
      fieldLabels={{ validUntil: m.catalog_valid_until() }}
      onSave={async (body) => {
        await call(endOfferVersion, {
          params: { universe: 'carrier', offer: version.offer.code, number: version.number },
          body,
        })
        notifySuccess()
        onClose()
      }}
    >
      <DateField
        form={form}
        name="validUntil"
        label={m.catalog_valid_until()}
        description={m.catalog_end_hint()}
        min={version.validFrom}
        emptyAs="null"
      />
    </EditDrawer>
  )
}
