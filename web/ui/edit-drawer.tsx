import { Button, Drawer, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { FieldValues } from 'react-hook-form'
import * as m from '#messages/common'
import { confirmLoss } from '../platform/form/confirm-loss.ts'
import { typedFields } from '../platform/form/typed-fields.ts'
import type { ContractForm } from '../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../platform/form/use-unsaved-guard.ts'
import { SubmitButton } from './acts/submit-button.tsx'
import classes from './edit-drawer.module.css'
import { FormProblem } from './form-problem.tsx'
import { lazyPart } from './lazy-part.tsx'

const MergeDialog = lazyPart(() => import('./merge/merge-dialog.tsx'), 'MergeDialog')

export interface EditDrawerProps<V extends FieldValues> {
  readonly title: string
  readonly form: ContractForm<V>
  /** Saves; the drawer shows the problems and stays open when it throws. */
  readonly onSave: (values: V) => Promise<unknown>
  readonly onClose: () => void
  /** Names of the fields in the merge dialog, for objects that carry a version. */
  readonly fieldLabels?: Readonly<Partial<Record<string, string>>>
  /** How a value reads in that dialog, where its text is not enough. */
  readonly formatValue?: (field: string, value: unknown) => string
  readonly saveLabel?: string
  readonly size?: number | string
  readonly children: ReactNode
}

/** Edits an object at the side of its page; mount it when opened. Asks before what was typed is lost. */
export const EditDrawer = <V extends FieldValues>({
  title,
  form,
  onSave,
  onClose,
  fieldLabels,
  formatValue,
  saveLabel,
  size,
  children,
}: EditDrawerProps<V>) => {
  const { isDirty, isSubmitting, dirtyFields } = form.formState
  useUnsavedGuard(isDirty && !isSubmitting)
  const close = async () => {
    if (!isDirty || (await confirmLoss(title, typedFields(dirtyFields, fieldLabels ?? {})))) onClose()
  }
  return (
    <Drawer opened onClose={close} size={size ?? 520} title={<Text fw={600}>{title}</Text>}>
      <form onSubmit={form.submitWith(onSave)} noValidate>
        <Stack gap="md">
          {children}
          <Stack gap="sm" className={classes.foot}>
            <FormProblem problem={form.problem} />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {m.action_cancel()}
              </Button>
              <SubmitButton loading={isSubmitting}>{saveLabel ?? m.action_save()}</SubmitButton>
            </Group>
          </Stack>
        </Stack>
      </form>
      <MergeDialog form={form} labels={fieldLabels ?? {}} {...(formatValue ? { format: formatValue } : {})} />
    </Drawer>
  )
}
