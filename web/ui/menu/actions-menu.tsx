import type { ActionsPanelProps } from './actions-panel.tsx'
import { lazyMenu } from './lazy-menu.tsx'

/** A button that opens a list of acts. */
export const ActionsMenu = lazyMenu<ActionsPanelProps>(async () => (await import('./actions-panel.tsx')).ActionsPanel)
