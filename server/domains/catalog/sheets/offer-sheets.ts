import { sql } from 'kysely'
import type { OfferSheet } from '#api/catalog/offers/offers'
import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import type { Language } from '#api/languages'
import { db, type RowsOf } from '../../../platform/db/query.ts'
import type { DocumentRenderer } from '../../../platform/documents/document-renderer.ts'
import { sayIn } from '../../../platform/documents/words/words.ts'
import { legalLine } from '../../companies/issuer/issuer-lines.ts'
import { type IssuerSettings, printedLogo } from '../../companies/issuer/issuer-settings.ts'
import { describeOffer } from './describe-offer.ts'

interface KeptSheet {
  readonly id: string
  readonly name: string
  readonly media_type: string
  readonly size: number
}

export const presentSheet = (row: KeptSheet): OfferSheet => ({ id: row.id, name: row.name, mediaType: row.media_type, size: row.size })

const fileName = (name: string, language: Language): string => `${sayIn(language)('offerSheet')} ${name.replaceAll(/[/\\]/g, '-')}.pdf`

/** Sheets of a version: those that the carrier gave it; without any, one that the portal composes from the version, under the version's id. */
export const presentSheets = (
  version: { readonly id: string; readonly name: { readonly fr: string; readonly en: string } },
  rows: readonly KeptSheet[],
  language: Language,
): OfferSheet[] =>
  rows.length > 0
    ? rows.map(presentSheet)
    : [{ id: version.id, name: fileName(version.name[language], language), mediaType: 'application/pdf', size: null }]

/** What a composed sheet tells: a version to which nobody gave a sheet. */
export const composable = (versionId: string) =>
  db
    .selectFrom('offer_versions as w')
    .innerJoin('offers as o', 'o.id', 'w.offer_id')
    .innerJoin('offer_families as f', 'f.code', 'o.family')
    .where('w.id', '=', versionId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('offer_sheets as s').whereRef('s.version_id', '=', 'w.id').select('s.id'))),
    )
    .select(['o.name', 'o.name_en', 'f.name as family', 'f.name_en as family_en', 'w.number', 'w.valid_from'])
    .select(sql<OfferDefinition>`w.definition`.as('definition'))

interface Told {
  readonly version: RowsOf<ReturnType<typeof composable>>[number]
  readonly issuer: IssuerSettings | undefined
  readonly language: Language
}

/** The sheet composed from a version, as a PDF under its name. */
export const composeSheet = async (
  documents: DocumentRenderer,
  { version, issuer, language }: Told,
): Promise<{ name: string; pdf: Buffer }> => {
  const name = { fr: version.name, en: version.name_en }
  const described = {
    name,
    family: { fr: version.family, en: version.family_en },
    number: version.number,
    validFrom: version.valid_from,
    definition: version.definition,
  }
  const foot = issuer ? [issuer.legal_name, legalLine(issuer, language)].filter(Boolean).join(' · ') : ''
  return {
    name: fileName(name[language], language),
    pdf: await documents.render('offer-sheet', { ...describeOffer(described, language, foot), logo: printedLogo(issuer) }),
  }
}
