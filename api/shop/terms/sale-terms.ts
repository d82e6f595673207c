import * as z from 'zod/mini'
import { instant, label } from '../../atoms.ts'
import { endpoint } from '../../endpoint.ts'

export const saleTermsSchema = z.object({
  version: z.string(),
  publishedAt: instant,
  articles: z.object({
    fr: z.array(z.object({ title: label, paragraphs: z.array(z.string()) })),
    en: z.array(z.object({ title: label, paragraphs: z.array(z.string()) })),
  }),
})
export type SaleTerms = z.infer<typeof saleTermsSchema>

export const readSaleTerms = endpoint({
  method: 'GET',
  path: '/api/:universe/terms-of-sale',
  summary: 'The terms of sale in force, in both languages.',
  topic: 'terms',
  right: { anyOf: null, universes: ['client', 'ambassador', 'operator', 'carrier'] },
  response: saleTermsSchema,
})
