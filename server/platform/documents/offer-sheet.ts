import type { PrintedDocument } from './document-renderer.ts'

/** Data of the sheet of an offer: no price, so that whoever may read the offer may read it. Texts are ready to print in its language. */
export interface OfferSheetDocument extends PrintedDocument {
  /** First day of the version, `YYYY-MM-DD`. */
  readonly day: string
  readonly name: string
  readonly family: string
  readonly version: string
  readonly summary: string
  readonly paragraphs: readonly string[]
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly choices: readonly { readonly label: string; readonly possible: string; readonly optional: boolean }[]
  readonly delivered: readonly (readonly [name: string, count: string])[]
  readonly steps: readonly { readonly label: string; readonly actor: string; readonly when: string }[]
  readonly notes: readonly string[]
  /** Foot of the page. */
  readonly legalLine: string
}
