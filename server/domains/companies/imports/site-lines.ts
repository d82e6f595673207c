import { sql } from 'kysely'
import { siteFile } from '#api/companies/imports'
import { siretBelongsTo } from '#api/companies/rules/company/siren'
import type { LineValues } from '#api/import-file'
import { foldText } from '#api/rules/text-fold'
import { db } from '../../../platform/db/query.ts'
import { importKind, updateRow } from '../../../platform/imports/import-kind.ts'
import { bare, ownKey } from '../../../platform/imports/line.ts'
import { ownersOf } from './owners.ts'
import { isPostcodeWrong } from './wrong-postcode.ts'

type Values = LineValues<typeof siteFile.columns>

const columnsOf = (values: Values) => ({
  external_key: values.externalKey,
  name: values.name,
  siret: values.siret,
  street: values.street,
  complement: values.complement,
  postcode: values.postcode,
  city: values.city,
  country: values.country,
  phone: values.phone,
})

/** Sites are recognised within their company by the carrier's own key, else by name. */
export const siteLines = importKind({
  file: siteFile,
  table: 'sites',
  key: (values) => [bare(values.company ?? ''), ownKey(values) ?? bare(values.name ?? '')].join('#'),
  recognise: async (tx, all) => {
    const ownerOf = await ownersOf(
      tx,
      all.map(({ company }) => company),
    )
    const companies = [...new Set(all.flatMap(({ company }) => ownerOf(company)?.id ?? []))]
    const sites = await tx.all(db.selectFrom('sites').selectAll().where(sql<boolean>`company_id = any (${companies}::uuid[])`))
    return (values, fault, cells) => {
      // Of which country the postcode is, nobody knows then.
      const isCountryRefused = cells.isGiven('country') && values.country === undefined
      const owner = ownerOf(values.company)
      if (values.company && !owner) fault('company', 'company_unknown')
      if (values.siret && owner?.siren && !siretBelongsTo(values.siret, owner.siren)) fault('siret', 'siret_mismatch')
      if (!owner) {
        if (!isCountryRefused && isPostcodeWrong(values)) fault('postcode', 'postcode_invalid')
        return null
      }
      const own = sites.filter((site) => site.company_id === owner.id)
      const standing =
        own.find((site) => values.externalKey !== undefined && site.external_key === values.externalKey) ??
        own.find(
          (site) => foldText(site.name) === foldText(values.name ?? '') && (site.external_key === null || values.externalKey === undefined),
        )
      // A file without countries: a site stays where it stands, a new one is where its company is. Its postcode is judged, and read, as one of there.
      const country = values.country ?? standing?.country ?? owner.country ?? undefined
      if (country !== undefined && country !== 'FR') cells.asWritten('postcode')
      if (!isCountryRefused && isPostcodeWrong({ ...values, country })) fault('postcode', 'postcode_invalid')
      return { owner, country, standing: standing ?? null }
    }
  },
  toRow: columnsOf,
  newRow: ({ name = '' }, { owner, country }, now) => ({ name, company_id: owner.id, country, created_at: now }),
  compared: columnsOf,
  // The commune was that of the address before.
  change: (tx, { id, changed }) =>
    updateRow(tx, 'sites', id, { ...changed, ...(changed.city || changed.postcode ? { commune_code: null } : {}) }),
  reference: ({ target }) => target.owner.reference,
  history: ({ id, made, values, target }) => ({
    companyId: target.owner.id,
    siteId: id,
    action: made ? 'site.created' : 'site.updated',
    objectKind: 'site',
    reference: id,
    label: values.name ?? '',
  }),
})
