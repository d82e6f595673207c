import type { ConfirmOptions } from '../../acts/confirm-window.tsx'
import { confirm } from '../../confirm-dialog.tsx'

/** Asks before an act on many rows, which is given nothing else; null gives up. */
export const agreed = async (options: ConfirmOptions): Promise<object | null> => ((await confirm(options)) ? {} : null)
