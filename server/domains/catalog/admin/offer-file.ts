import { toCsv } from '../../../platform/http/csv.ts'
import { presentOffer } from './admin.presenter.ts'
import type { AdminOfferRow } from './admin.repository.ts'

const states = { draft: 'Brouillon', on_sale: 'En vente', withdrawn: 'Retirée de la vente' } as const
const kinds = { contract: 'Contrat', addition: 'Ajout' } as const
const header = [
  'Offre',
  'Désignation',
  'Désignation (anglais)',
  'Famille',
  'Nature',
  'État',
  'Version en vigueur',
  'Depuis le',
  "Jusqu'au",
  'Prochaine version',
  'À partir du',
  'Public : frais HT (€)',
  'Public : mensuel HT (€)',
  'Grossiste : frais HT (€)',
  'Grossiste : mensuel HT (€)',
  'Commandes en cours',
  'Contrats',
]
const euros = (cents: number | undefined): string =>
  cents === undefined ? '' : `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

/** The carrier's list of offers as its spreadsheet opens it. */
export const writeOfferFile = (
  rows: readonly AdminOfferRow[],
  families: readonly { readonly code: string; readonly name: string }[],
): Buffer =>
  toCsv(
    header,
    rows
      .map(presentOffer)
      .map((offer) => [
        offer.code,
        offer.name.fr,
        offer.name.en,
        families.find((family) => family.code === offer.family)?.name ?? offer.family,
        kinds[offer.kind],
        states[offer.state],
        offer.current?.number ?? '',
        offer.current?.validFrom ?? '',
        offer.current?.validUntil ?? '',
        offer.next?.number ?? '',
        offer.next?.validFrom ?? '',
        euros(offer.prices.public?.oneOffCents),
        euros(offer.prices.public?.monthlyCents),
        euros(offer.prices.wholesale?.oneOffCents),
        euros(offer.prices.wholesale?.monthlyCents),
        offer.runningOrders,
        offer.runningContracts,
      ]),
  )
