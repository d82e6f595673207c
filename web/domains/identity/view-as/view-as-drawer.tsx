import { Text } from '@mantine/core'
import { startViewAs } from '#api/identity/view-as/view-as'
import { universeSlugs } from '#api/universes'
import * as m from '#messages/portfolio'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { TextareaField } from '../../../ui/fields/textarea-field.tsx'

/** « Voir comme »: asks why, then opens the portal as the person sees it, read only. For an action on a user, in the carrier's universe. */
export const ViewAsDrawer = ({ login, name, onClose }: { readonly login: string; readonly name: string; readonly onClose: () => void }) => {
  const form = useContractForm(startViewAs, { defaultValues: { login, reason: '' } })
  return (
    <EditDrawer
      title={m.portfolio_view_as_title({ name })}
      form={form}
      onClose={onClose}
      saveLabel={m.portfolio_view_as()}
      onSave={async (body) => {
        const { universe } = await call(startViewAs, { params: { universe: 'carrier' }, body })
        // Everything in memory was the carrier's: start afresh.
        window.location.assign(`/${universeSlugs[universe]}`)
      }}
    >
      <Text fz="sm">{m.portfolio_view_as_hint()}</Text>
      <TextareaField form={form} name="reason" label={m.portfolio_view_as_reason()} required />
    </EditDrawer>
  )
}
