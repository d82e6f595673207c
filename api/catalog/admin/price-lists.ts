import * as z from 'zod/mini'
import { amounts, bilingual, count, day, fileFault, itemKey, offerCode } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'
import { priceListSchema } from './definition.ts'

/** Price lists as files: out to a spreadsheet, and back as new versions of the offers that changed. */

const editors = { anyOf: ['carrier.catalog', 'carrier.administer'], universes: ['carrier'] } as const
const readers = { anyOf: ['carrier.catalog', 'carrier.pilot', 'carrier.billing', 'carrier.administer'], universes: ['carrier'] } as const

export const exportPriceList = endpoint({
  method: 'GET',
  path: '/api/:universe/catalog-admin/price-lists/:list/prices.csv',
  summary: 'A price list as CSV, as it stands on a day: one line per item and step of every offer.',
  right: readers,
  params: z.strictObject({ list: priceListSchema }),
  query: z.strictObject({ day: z.optional(day) }),
  produces: 'text/csv; charset=utf-8',
})

export const priceListChangeSchema = z.object({
  offer: offerCode,
  name: bilingual,
  item: itemKey,
  /** How the item reads. */
  label: bilingual,
  /** Quantity from which it holds; 1 for the item's own price. */
  from: z.int(),
  before: z.nullable(amounts),
  after: z.nullable(amounts),
})

export const priceImportSchema = z.object({
  lines: count,
  /** True when the prices were written; false after a dry run, or when a line is faulty. */
  applied: z.boolean(),
  changes: z.array(priceListChangeSchema),
  /** The versions that are (or would be) made. */
  versions: z.array(z.object({ offer: offerCode, number: z.int() })),
  unchangedOffers: count,
  errors: z.array(fileFault),
})
export type PriceImport = z.infer<typeof priceImportSchema>

export const importPriceList = endpoint({
  method: 'POST',
  path: '/api/:universe/catalog-admin/price-lists/:list/prices',
  summary:
    'Read a price list from CSV: each offer that changes gets a new version from that day on; offers left out stay as they are. With `apply=1` it is written, otherwise only told.',
  touches: ['catalog'],
  right: editors,
  params: z.strictObject({ list: priceListSchema }),
  query: z.strictObject({ validFrom: day, apply: z.optional(z.literal('1')) }),
  consumes: 'text/csv',
  bodyLimit: 4 * 1024 * 1024,
  response: priceImportSchema,
  problems: ['unsupported_media_type', 'conflict'],
})
