import * as m from '#messages/common'
import { confirm } from '../../ui/confirm-dialog.tsx'

/** Asks before a drawer or a window closes on what was typed in it, by its title; `fields` names what would be lost. True: it may close. */
export const confirmLoss = (title: string, fields: readonly string[] = []): Promise<boolean> =>
  confirm({
    title: m.form_unsaved_close_title(),
    message: fields.length === 0 ? m.form_unsaved_in({ title }) : m.form_unsaved_fields({ title, fields: fields.join(', ') }),
    confirmLabel: m.form_unsaved_close(),
    cancelLabel: m.form_unsaved_continue(),
    danger: true,
  })
