import { pages } from '#api/pages'
import type { Universe } from '#api/universes'
import * as m from '#messages/shell'
import type { Crumb } from '../../ui/page.tsx'
import type { CompanyPlace } from './company-place.ts'

/** « Mes clients », or « Sociétés » for the carrier: where another company's sheet hangs. */
export const clientsCrumb = (universe: Universe): Crumb => ({
  label: universe === 'carrier' ? m.crumb_companies() : m.crumb_my_clients(),
  to: pages.clients,
})

/** Ancestors of a page under the sheet of a company. */
export const sheetCrumbs = (place: CompanyPlace, name: string | undefined): readonly Crumb[] =>
  place.own
    ? [{ label: m.crumb_my_company(), ...place.link('company') }]
    : [clientsCrumb(place.universe), { label: name ?? place.company, ...place.link('company') }]
