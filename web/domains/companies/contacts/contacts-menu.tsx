import { lazyMenu } from '../../../ui/menu/lazy-menu.tsx'
import type { ContactsPanelProps } from './contacts-panel.tsx'

/** « Actions » over the list of contacts. */
export const ContactsMenu = lazyMenu<ContactsPanelProps>(async () => (await import('./contacts-panel.tsx')).ContactsPanel)
