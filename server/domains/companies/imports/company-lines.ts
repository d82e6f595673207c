import { sql } from 'kysely'
import { companyFile } from '#api/companies/imports'
import { frenchVatNumber, vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import type { LineValues } from '#api/import-file'
import { foldText } from '#api/rules/text-fold'
import { db, type Transaction } from '../../../platform/db/query.ts'
import { newId } from '../../../platform/ids.ts'
import { importKind, updateRow } from '../../../platform/imports/import-kind.ts'
import { bare, listed, ownKey } from '../../../platform/imports/line.ts'
import { type Partner, partnersOf } from './partners.ts'
import { isPostcodeWrong } from './wrong-postcode.ts'

type Values = LineValues<typeof companyFile.columns>

const companyColumns = (values: Values) => ({
  external_key: values.externalKey,
  name: values.name,
  siren: values.siren,
  vat_number: values.vatNumber,
  ape_code: values.apeCode,
  legal_form: values.legalForm,
  phone: values.phone,
  website: values.website,
  email_sales: values.emailSales,
  email_technical: values.emailTechnical,
  email_order_desk: values.emailOrderDesk,
  email_administrative: values.emailAdministrative,
  comment: values.comment,
})

const siteColumns = (values: Values) => ({
  street: values.street,
  complement: values.complement,
  postcode: values.postcode,
  city: values.city,
  country: values.country,
})

const existing = (tx: Transaction, references: string[], keys: string[], sirens: string[], names: string[]) =>
  tx.all(
    db
      .selectFrom('companies as c')
      .leftJoin('sites as s', (join) => join.onRef('s.company_id', '=', 'c.id').on('s.is_head_office', '=', true))
      .selectAll('c')
      .select(['s.id as site_id', 's.street', 's.complement', 's.postcode', 's.city', 's.country'])
      .where((on) =>
        on.or([
          sql<boolean>`c.reference = any (${references}::text[])`,
          sql<boolean>`c.external_key = any (${keys}::text[])`,
          sql<boolean>`c.siren = any (${sirens}::text[])`,
          sql<boolean>`c.name_fold = any (${names}::text[])`,
        ]),
      ),
  )
type Existing = Awaited<ReturnType<typeof existing>>[number]

const sameDeal = (row: Existing, partner: Partner | undefined) => (row.operator_id ?? row.ambassador_id ?? null) === (partner?.id ?? null)

const universeOf = (partner: Partner | undefined): 'operator' | 'ambassador' | null =>
  (['operator', 'ambassador'] as const).find((universe) => partner?.universes.includes(universe)) ?? null

/** The columns of one of the two tables that a company's line speaks of. */
const only = (changed: Readonly<Record<string, string>>, columns: object) =>
  Object.fromEntries(Object.entries(changed).filter(([column]) => column in columns))

/**
 * Companies are recognised by reference, else by the carrier's own key, else by SIREN, name and partner together: SIREN alone is not unique.
 * @param mainRights gives new companies their main rights.
 */
export const companyLines = (mainRights: (tx: Transaction, companyIds: readonly string[]) => Promise<void>) =>
  importKind({
    file: companyFile,
    table: 'companies',
    key: (values) =>
      ownKey(values) ?? [values.siren?.replaceAll(/\s/g, ''), values.name, values.partner].map((part) => bare(part ?? '')).join('|'),
    recognise: async (tx, all) => {
      const rows = await existing(
        tx,
        listed(all.map((values) => values.reference)),
        listed(all.map((values) => values.externalKey)),
        listed(all.map((values) => values.siren)),
        listed(all.map((values) => (values.siren ? undefined : foldText(values.name ?? '')))),
      )
      const partnerOf = await partnersOf(
        tx,
        all.map((values) => values.partner),
      )
      return (values, fault, cells) => {
        // Of which country the postcode is, nobody knows then.
        const isCountryRefused = cells.isGiven('country') && values.country === undefined
        const partner = partnerOf(values.partner)
        const universe = universeOf(partner)
        if (values.partner && universe === null) fault('partner', 'partner_unknown')
        const standing = values.reference
          ? rows.find((row) => row.reference === values.reference)
          : (values.externalKey && rows.find((row) => row.external_key === values.externalKey)) ||
            rows.find(
              (row) =>
                (row.siren ?? undefined) === values.siren &&
                foldText(row.name) === foldText(values.name ?? '') &&
                sameDeal(row, partner) &&
                (row.external_key === null || values.externalKey === undefined),
            )
        if (values.reference && !standing) fault('reference', 'company_unknown')
        if (standing?.universes.includes('carrier')) fault('reference', 'company_is_carrier', standing.reference)
        if (standing && universe !== null && !sameDeal(standing, partner)) fault('partner', 'partner_differs')
        const country = values.country ?? standing?.country ?? undefined
        if (country !== undefined && country !== 'FR') cells.asWritten('postcode')
        if (!isCountryRefused && isPostcodeWrong({ ...values, country })) fault('postcode', 'postcode_invalid')
        const siren = values.siren ?? standing?.siren
        if (values.vatNumber && siren && !vatNumberBelongsTo(values.vatNumber, siren)) fault('vatNumber', 'vat_number_mismatch')
        // A new company's address is whole, or none.
        if (!standing && (values.street ?? values.postcode ?? values.city) !== undefined)
          for (const column of ['street', 'postcode', 'city'] as const) if (!cells.isGiven(column)) fault(column, 'required')
        return {
          standing: standing ?? null,
          ambassadorId: universe === 'ambassador' ? (partner?.id ?? null) : null,
          operatorId: universe === 'operator' ? (partner?.id ?? null) : null,
        }
      }
    },
    toRow: companyColumns,
    newRow: ({ name = '', siren, vatNumber }, { ambassadorId, operatorId }, now) => ({
      name,
      universes: ['client' as const],
      vat_number: vatNumber ?? (siren && frenchVatNumber(siren)),
      ambassador_id: ambassadorId,
      operator_id: operatorId,
      created_at: now,
    }),
    compared: (values, { standing }) => ({ ...companyColumns(values), ...(standing?.site_id ? siteColumns(values) : {}) }),
    change: async (tx, { id, values, changed, target }) => {
      const [company, site] = [only(changed, companyColumns(values)), only(changed, siteColumns(values))]
      if (Object.keys(company).length > 0) await updateRow(tx, 'companies', id, company)
      if (target.standing?.site_id && Object.keys(site).length > 0)
        await updateRow(tx, 'sites', target.standing.site_id, { ...site, commune_code: null })
    },
    afterCreating: async (tx, created) => {
      if (created.length === 0) return
      await tx.run(
        db.insertInto('sites').values(
          created.map(({ id, values }) => ({
            ...siteColumns(values),
            id: newId(),
            company_id: id,
            name: 'Siège Social',
            is_head_office: true,
            created_at: tx.now,
          })),
        ),
      )
      await mainRights(
        tx,
        created.map(({ id }) => id),
      )
    },
    reference: ({ made, target }) => made?.reference ?? target.standing?.reference ?? '',
    history: ({ id, made, values, target }) => ({
      companyId: id,
      action: made ? 'company.created' : 'company.updated',
      objectKind: 'company',
      reference: made?.reference ?? target.standing?.reference ?? '',
      label: made?.name ?? target.standing?.name ?? '',
      ...(made?.vat_number ? { after: { ...values, vatNumber: made.vat_number } } : {}),
    }),
  })
