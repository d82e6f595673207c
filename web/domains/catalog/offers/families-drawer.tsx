import { SimpleGrid, Text } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { writeFamilies } from '#contract/catalog-admin'
import * as m from '#messages/catalog'
import { call } from '../../../platform/call.ts'
import { type ContractForm, type FormValues, useContractForm } from '../../../platform/form/use-contract-form.ts'
import { words } from '../../../platform/words.ts'
import { EditDrawer } from '../../../ui/edit-drawer.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { SortableList } from '../../../ui/sortable/sortable-list.tsx'
import { refreshCatalog } from '../catalog.queries.ts'
import { useRows } from '../editor/use-rows.ts'

type Families = FormValues<typeof writeFamilies>['families']

interface FamiliesDrawerProps {
  readonly families: Families
  readonly onClose: () => void
}

/** The shelves of the shop: their names in both languages, and their order. */
export const FamiliesDrawer = ({ families, onClose }: FamiliesDrawerProps) => {
  const form = useContractForm(writeFamilies, {
    defaultValues: { families, seen: families },
    fromCurrent: (current) => {
      const now = (current as { families: Families }).families
      return { families: now, seen: now }
    },
  })
  const plain = form as unknown as ContractForm<FieldValues>
  const { rows, move, rowKey } = useRows<Families[number]>(plain, 'families')
  return (
    <EditDrawer
      title={m.catalog_families()}
      form={form}
      size={620}
      fieldLabels={{ families: m.catalog_families() }}
      formatValue={(_, value) => (value as Families).map(({ name }) => words(name)).join(', ')}
      onClose={onClose}
      onSave={async (body) => {
        await call(writeFamilies, { params: { universe: 'carrier' }, body })
        await refreshCatalog()
        notifySuccess()
        onClose()
      }}
    >
      <Text c="dimmed" fz="sm">
        {m.catalog_families_hint()}
      </Text>
      <SortableList label={m.catalog_families()} rows={rows} rowLabel={({ name }) => words(name)} onMove={move}>
        {(_, index) => (
          <SimpleGrid key={rowKey(index)} cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextField form={plain} name={`families.${index}.name.fr`} label={m.catalog_in_french()} required />
            <TextField form={plain} name={`families.${index}.name.en`} label={m.catalog_in_english()} required />
          </SimpleGrid>
        )}
      </SortableList>
    </EditDrawer>
  )
}
