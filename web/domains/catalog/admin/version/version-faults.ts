import { definitionFaults, priceFaults } from '#api/catalog/admin/definition'
import type { OfferVersion, VersionForm } from '#api/catalog/admin/offer-versions'
import type { PriceList } from '#api/catalog/rules/offer-definition'

export interface VersionFault {
  readonly path: string
  readonly code: string
}

/** What forbids to publish the version as it stands in the editor: the server's rules, said while one types. */
export const faultsOf = (form: VersionForm, version: OfferVersion): VersionFault[] => [
  ...(form.validUntil !== null && form.validFrom !== '' && form.validUntil < form.validFrom
    ? [{ path: 'validUntil', code: 'dates_reversed' }]
    : []),
  ...definitionFaults(form.definition).map(({ path, code }) => ({ path: `definition.${path}`, code })),
  ...priceFaults(form.definition, form.prices).map(({ path, code }) => ({ path: `prices.${path}`, code })),
  // Which lists need a base price depends on who may order: the server said so of what it holds.
  ...version.impediments.filter(
    ({ path, code }) =>
      code === 'base_price_missing' && !form.prices[path.replace(/^prices\./, '') as PriceList]?.some(({ item }) => item === 'base'),
  ),
]
