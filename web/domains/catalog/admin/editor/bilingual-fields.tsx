import { Checkbox } from '@mantine/core'
import { useWatch } from 'react-hook-form'
import * as m from '#messages/catalog'
import { TextField } from '../../../../ui/fields/text-field.tsx'
import { TextareaField } from '../../../../ui/fields/textarea-field.tsx'
import classes from '../../catalog.module.css'
import type { EditorForm } from './editor-form.ts'

interface BilingualProps {
  readonly form: EditorForm
  readonly name: string
  readonly label: string
  readonly long?: boolean
  /** Once the French text was typed and left. */
  readonly onFrench?: (text: string) => void
}

/** One text in both languages, side by side. */
export const BilingualFields = ({ form, name, label, long, onFrench }: BilingualProps) => {
  const Field = long ? TextareaField : TextField
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears its field, and nobody presses it
    <div
      className={classes.pair}
      onBlur={(event) => {
        const { target } = event
        if (target instanceof HTMLInputElement && target.name === `${name}.fr`) onFrench?.(target.value)
      }}
    >
      <Field form={form} name={`${name}.fr`} label={m.catalog_label_fr({ label })} required />
      <Field form={form} name={`${name}.en`} label={m.catalog_label_en({ label })} required />
    </div>
  )
}

/** A text that may be left out: the box says whether there is one. */
export const OptionalBilingual = ({ form, name, label }: BilingualProps) => {
  const value: unknown = useWatch({ control: form.control, name })
  return (
    <>
      <Checkbox
        label={m.catalog_with({ label: label.toLowerCase() })}
        checked={value !== undefined}
        onChange={(event) => {
          form.setValue(name, event.currentTarget.checked ? { fr: '', en: '' } : undefined, { shouldDirty: true })
          form.clearErrors(name)
        }}
      />
      {value === undefined ? null : <BilingualFields form={form} name={name} label={label} />}
    </>
  )
}
