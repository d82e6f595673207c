import { Alert, Button, Text } from '@mantine/core'
import { IconAlertCircle, IconPlus } from '@tabler/icons-react'
import type { FieldValues } from 'react-hook-form'
import { type AdminFamily, writeFamilies } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import * as texts from '#messages/families'
import { call } from '../../../../platform/call.ts'
import { type ContractForm, type FormValues, useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { words } from '../../../../platform/words.ts'
import { EditDrawer } from '../../../../ui/edit-drawer.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { SortableList } from '../../../../ui/sortable/sortable-list.tsx'
import { familyIconLabel } from '../../families/family-labels.ts'
import { useRows } from '../editor/use-rows.ts'
import { FamilyRow } from './family-row.tsx'

type Values = FormValues<typeof writeFamilies>
type Families = Values['families']

interface FamiliesDrawerProps {
  readonly families: readonly AdminFamily[]
  readonly onClose: () => void
}

const valuesOf = (families: Values['seen']): Values => {
  const seen = families.map(({ code, name, icon }) => ({ code, name, icon }))
  return { families: seen, seen }
}
const nameOf = ({ name }: Families[number]): string => words(name) || texts.families_new()

/** The shelves of the shop: made, named in both languages, pictured, put in order; one goes once nothing stands on it. */
export const FamiliesDrawer = ({ families, onClose }: FamiliesDrawerProps) => {
  const form = useContractForm(writeFamilies, {
    defaultValues: valuesOf([...families]),
    fromCurrent: (current) => valuesOf((current as { families: Values['seen'] }).families),
  })
  const plain = form as unknown as ContractForm<FieldValues>
  const { rows, add, remove, move, rowKey } = useRows<Families[number]>(plain, 'families')
  const refusal = plain.getFieldState('families', plain.formState).error?.message
  return (
    <EditDrawer
      title={m.catalog_families()}
      form={form}
      size={760}
      fieldLabels={{ families: m.catalog_families() }}
      formatValue={(_, value) =>
        (value as Families).map((family) => texts.families_name({ name: nameOf(family), icon: familyIconLabel(family.icon) })).join(', ')
      }
      onClose={onClose}
      onSave={async (body) => {
        await call(writeFamilies, { params: { universe: 'carrier' }, body })
        notifySuccess()
        onClose()
      }}
    >
      <Text c="dimmed" fz="sm">
        {texts.families_hint()}
      </Text>
      {refusal ? (
        <Alert role="alert" color="red" variant="light" icon={<IconAlertCircle size={18} />}>
          {refusal}
        </Alert>
      ) : null}
      <SortableList label={m.catalog_families()} rows={rows} rowLabel={nameOf} onMove={move}>
        {(row, index) => (
          <FamilyRow
            key={rowKey(index)}
            form={plain}
            index={index}
            label={nameOf(row)}
            content={families.find(({ code }) => code === row.code)}
            onRemove={() => remove(index)}
          />
        )}
      </SortableList>
      <div>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
          onClick={() => add({ code: null, name: { fr: '', en: '' }, icon: 'package' })}
        >
          {texts.families_add()}
        </Button>
      </div>
    </EditDrawer>
  )
}
