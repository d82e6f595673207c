import { Text } from '@mantine/core'
import { closeSite, type Site } from '#api/companies/sites/sites'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { today } from '../../../ui/date-field/today.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { DateField } from '../../../ui/fields/date-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'

interface CloseSiteDrawerProps {
  readonly place: CompanyPlace
  readonly site: Site
  readonly onClose: () => void
}

/** Closes a site on a day; its past stays readable. */
export const CloseSiteDrawer = ({ place, site, onClose }: CloseSiteDrawerProps) => {
  const day = today()
  const form = useContractForm(closeSite, {
    defaultValues: { version: site.version, closedOn: day },
    fromCurrent: (current) => ({ version: (current as Site).version, closedOn: day }),
  })
  const save = async (body: FormValues<typeof closeSite>) => {
    await call(closeSite, { params: { universe: place.universe, company: place.company, site: site.id }, body })
    notifySuccess(m.companies_site_closed_done({ name: site.name }))
    onClose()
  }
  return (
    <EditDrawer
      title={m.companies_close_site_title({ name: site.name })}
      form={form}
      onSave={save}
      onClose={onClose}
      saveLabel={m.companies_close_site()}
      size={440}
    >
      <Text c="dimmed">{m.companies_close_site_text()}</Text>
      <DateField form={form} name="closedOn" label={m.companies_closed_on()} max={day} required />
    </EditDrawer>
  )
}
