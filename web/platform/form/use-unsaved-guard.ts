import { useBlocker } from '@tanstack/react-router'
import * as m from '#messages/common'
import { confirm } from '../../ui/confirm-dialog.tsx'

/** Asks before leaving a page with something typed and not saved: links, back button, and the closing of the tab. */
export const useUnsavedGuard = (isDirty: boolean): void => {
  useBlocker({
    disabled: !isDirty,
    enableBeforeUnload: isDirty,
    shouldBlockFn: async ({ current, next }) => {
      // A change of filters or tab within the page loses nothing.
      if (current.pathname === next.pathname) return false
      const leave = await confirm({
        title: m.form_unsaved_title(),
        message: m.form_unsaved_text(),
        confirmLabel: m.form_unsaved_leave(),
        cancelLabel: m.form_unsaved_stay(),
        danger: true,
      })
      return !leave
    },
  })
}
