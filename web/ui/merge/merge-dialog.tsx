import type { ComponentType } from 'react'
import type { FieldValues } from 'react-hook-form'
import { lazyWindow } from '../lazy-window.tsx'
import type { MergeDialogProps } from './merge-props.ts'

const MergeWindow = lazyWindow(async () => (await import('./merge-window.tsx')).MergeWindow)

/** The window that settles a conflict of versions, loaded when there is one. */
export const MergeDialog = <V extends FieldValues>(props: MergeDialogProps<V>) => {
  const Window = MergeWindow as ComponentType<MergeDialogProps<V>>
  return props.form.conflict ? <Window {...props} /> : null
}
