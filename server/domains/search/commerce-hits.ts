import { sql } from 'kysely'
import type { CommerceHit } from '#api/search/search'
import type { Universe } from '#api/universes'
import { englishName } from '../catalog/english-name.ts'

export interface CommerceRow {
  readonly reference: string
  readonly company_reference: string | null
  readonly label: string
  readonly label_en: string
  readonly sublabel: string | null
}

/** Of contracts `c`, beside their offers `f`. */
export const contractColumns = sql`c.reference, c.company_reference, c.name as label, ${englishName(sql`c.name`)} as label_en, c.company_name || ' · ' || c.city as sublabel`
/** Of orders `o`, beside their contracts `s` and offers `f`. */
export const orderColumns = sql`o.reference, s.company_reference, o.offer_name as label, ${englishName(sql`o.offer_name`)} as label_en, o.company_name || ' · ' || s.reference as sublabel`
/** Of offers `f`. */
export const offerColumns = sql`f.code as reference, null::text as company_reference, f.name as label, coalesce(nullif(f.name_en, ''), f.name) as label_en, f.code as sublabel`

/** Of the offers `f`, those that a shop sells; the carrier sees them all. */
export const onSale = (universe: Universe) => (universe === 'carrier' ? sql`true` : sql`f.state = 'on_sale'`)

/** Of the offers `f`, those that the shop of this universe sells; an operator's client looks at what its operator may order. */
export const soldIn = (universe: Universe) => {
  if (universe === 'carrier') return sql`true`
  if (universe !== 'client') return sql`${universe} = any (f.universes)`
  return sql`(select case when c.operator_id <> c.id then 'operator' else 'client' end from companies c where c.id = app.company_id()) = any (f.universes)`
}

export const presentCommerce = <K extends CommerceHit['kind']>(kind: K, row: CommerceRow) => ({
  kind,
  reference: row.reference,
  companyReference: row.company_reference,
  label: row.label,
  labelEn: row.label_en,
  sublabel: row.sublabel,
})
