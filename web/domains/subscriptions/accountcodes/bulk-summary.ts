import * as m from '#messages/accountcodes'

/** « 3 accountcodes seront modifiés ; 2 sans changement. »: those that stay the same are told when there are some. */
export const bulkSummary = ({ changed, unchanged }: { readonly changed: number; readonly unchanged: number }): string =>
  unchanged > 0 ? m.accountcodes_bulk_ready({ count: changed, unchanged }) : m.accountcodes_bulk_all({ count: changed })
