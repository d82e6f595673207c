import type { PriceImport } from '#api/catalog/admin/price-lists'
import * as m from '#messages/catalog'
import { formatNumber } from '../../../../platform/format.ts'

/** What a price list does in words: « 12 prix modifiés, 2 prix ajoutés, 3 prix retirés ». An item left out of its offer's lines loses its price. */
export const countChanges = (changes: PriceImport['changes']): string => {
  const moved = changes.filter(({ before, after }) => before !== null && after !== null).length
  const added = changes.filter(({ before, after }) => before === null && after !== null).length
  const removed = changes.filter(({ after }) => after === null).length
  return [
    moved > 0 && m.catalog_prices_moved({ count: moved }),
    added > 0 && m.catalog_prices_added({ count: added }),
    removed > 0 && m.catalog_prices_removed({ count: removed }),
  ]
    .filter(Boolean)
    .join(', ')
}

/** The verdict in a sentence; offers that stay the same are told when there are some. */
export const outcomeSentence = ({ lines, applied, versions, unchangedOffers, errors }: PriceImport): string => {
  const counts = { lines: formatNumber(lines), versions: formatNumber(versions.length), unchanged: formatNumber(unchangedOffers) }
  if (errors.length > 0) return m.catalog_import_refused(counts)
  if (applied) return unchangedOffers > 0 ? m.catalog_import_done(counts) : m.catalog_import_done_all(counts)
  if (versions.length === 0) return m.catalog_import_nothing(counts)
  return unchangedOffers > 0 ? m.catalog_import_would(counts) : m.catalog_import_would_all(counts)
}

/** Prices that go: nothing is charged for what they priced. */
export const removesPrices = (changes: PriceImport['changes']): boolean => changes.some(({ after }) => after === null)
