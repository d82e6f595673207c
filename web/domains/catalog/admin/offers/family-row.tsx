import { ActionIcon, Group, Select, Text } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { Controller, type FieldValues } from 'react-hook-form'
import type { AdminFamily } from '#api/catalog/admin/offer-versions'
import { familyIcons } from '#api/catalog/families/offer-families'
import * as m from '#messages/catalog'
import * as texts from '#messages/families'
import type { ContractForm } from '../../../../platform/form/use-contract-form.ts'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { familyGlyphs } from '../../families/family-icons.ts'
import { familyIconLabel } from '../../families/family-labels.ts'
import classes from './family-row.module.css'

const icons = () => familyIcons.map((value) => ({ value, label: familyIconLabel(value) }))

interface FamilyRowProps {
  readonly form: ContractForm<FieldValues>
  readonly index: number
  readonly label: string
  /** What stands in it; undefined for one that is being made. */
  readonly content: AdminFamily | undefined
  readonly onRemove: () => void
}

/** A shelf of the shop: its picture, its names, what stands on it. */
export const FamilyRow = ({ form, index, label, content, onRemove }: FamilyRowProps) => {
  const isHeld = content !== undefined && (content.offers > 0 || content.contracts)
  return (
    <div className={classes.row}>
      <Controller
        control={form.control}
        name={`families.${index}.icon`}
        render={({ field: { value, onChange, onBlur } }) => {
          const Glyph = familyGlyphs[value as AdminFamily['icon']]
          return (
            <Select
              label={texts.families_icon()}
              data={icons()}
              value={value}
              onChange={(next) => (next === null ? undefined : onChange(next))}
              onBlur={onBlur}
              allowDeselect={false}
              leftSection={<Glyph size={17} stroke={1.6} aria-hidden />}
              renderOption={({ option }) => {
                const Own = familyGlyphs[option.value as AdminFamily['icon']]
                return (
                  <Group gap={8} wrap="nowrap">
                    <Own size={17} stroke={1.6} aria-hidden />
                    {option.label}
                  </Group>
                )
              }}
            />
          )
        }}
      />
      <TextField form={form} name={`families.${index}.name.fr`} label={m.catalog_in_french()} required />
      <TextField form={form} name={`families.${index}.name.en`} label={m.catalog_in_english()} required />
      <Text fz="sm" c="dimmed" className={classes.content}>
        {content === undefined
          ? texts.families_new()
          : content.offers === 0 && content.contracts
            ? texts.families_contracts()
            : texts.families_offers({ count: content.offers })}
      </Text>
      {isHeld ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={34}
          className={classes.remove}
          aria-label={m.catalog_remove({ label })}
          onClick={onRemove}
        >
          <IconTrash size={17} stroke={1.6} aria-hidden />
        </ActionIcon>
      )}
    </div>
  )
}
