import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { type Factor, removeFactor, renameFactor } from '#api/identity/account/account'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { call } from '../../../platform/call.ts'
import { useContractForm } from '../../../platform/form/use-contract-form.ts'
import { formatAgo, formatInstant } from '../../../platform/format.ts'
import { isProblem } from '../../../platform/problem.ts'
import { SubmitButton } from '../../../ui/acts/submit-button.tsx'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { TextField } from '../../../ui/fields/text-field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import classes from './factors-section.module.css'

export interface FactorRowProps {
  readonly factor: Factor
  readonly isLast: boolean
  readonly isRequired: boolean
}

export const FactorRow = ({ factor, isLast, isRequired }: FactorRowProps) => {
  const [isRenaming, setRenaming] = useState(false)
  const { id, kind, name, createdAt, lastUsedAt, abilities } = factor
  const KindIcon = kind === 'totp' ? IconDeviceMobile : IconFingerprint
  const remove = async () => {
    const isSure = await confirm({
      title: m.identity_factor_remove_of({ name }),
      message: isLast ? m.identity_factor_remove_last() : m.identity_factor_remove_text(),
      confirmLabel: m.identity_factor_remove(),
      danger: true,
    })
    if (!isSure) return
    try {
      await call(removeFactor, { params: { factor: id } })
      notifySuccess(m.identity_factor_removed({ name }))
    } catch (error) {
      // Given up at the confirmation of identity: nothing happened, nothing to say.
      if (!isProblem(error, 'step_up_required')) notifyProblem(error)
    }
  }
  return (
    <li className={classes.row}>
      <KindIcon size={22} stroke={1.6} aria-hidden />
      <div>
        <div className={classes.name}>{name}</div>
        <div className={classes.facts}>
          {kind === 'totp' ? m.identity_enrol_totp() : m.identity_enrol_passkey()} ·{' '}
          {m.identity_factor_added({ date: formatInstant(createdAt) })} ·{' '}
          {lastUsedAt ? m.identity_factor_used({ ago: formatAgo(lastUsedAt) }) : m.identity_factor_never_used()}
        </div>
        {isRequired && isLast ? <div className={classes.facts}>{m.identity_factor_kept()}</div> : null}
      </div>
      <div className={classes.acts}>
        <Button variant="subtle" size="xs" onClick={() => setRenaming(true)} aria-label={m.identity_factor_rename_of({ name })}>
          {m.identity_factor_rename()}
        </Button>
        {abilities.remove ? (
          <Button variant="subtle" color="red" size="xs" onClick={remove} aria-label={m.identity_factor_remove_of({ name })}>
            {m.identity_factor_remove()}
          </Button>
        ) : null}
      </div>
      {isRenaming ? <RenameFactor factor={factor} onClose={() => setRenaming(false)} /> : null}
    </li>
  )
}

const RenameFactor = ({ factor, onClose }: { readonly factor: Factor; readonly onClose: () => void }) => {
  const form = useContractForm(renameFactor, { defaultValues: { name: factor.name } })
  const send = form.submitWith(async (body) => {
    await call(renameFactor, { params: { factor: factor.id }, body })
    onClose()
  })
  return (
    <Modal opened onClose={onClose} title={<Text fw={600}>{m.identity_factor_rename_of({ name: factor.name })}</Text>}>
      <form onSubmit={send} noValidate>
        <Stack gap="md">
          <FormProblem problem={form.problem} />
          <TextField form={form} name="name" label={m.identity_factor_name()} required autoFocus />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.action_cancel()}
            </Button>
            <SubmitButton loading={form.formState.isSubmitting}>{common.action_save()}</SubmitButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
