/** Windows of the kit close on Escape, even under a calendar, unless the element that has the focus says that it takes the key. */
export const keepsEscape = { 'data-mantine-stop-propagation': 'true' }
