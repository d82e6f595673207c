import type { PrintedDocument } from './document-renderer.ts'

/** Data of the papers of an order; texts and days are ready to print in the paper's language, amounts are integer cents without VAT. */
interface Party {
  readonly name: string
  readonly address: readonly string[]
  readonly small: readonly string[]
}

interface PaperBase extends PrintedDocument {
  /** COM00123 */
  readonly reference: string
  /** Day of the paper, `YYYY-MM-DD`: of the order, of the delivery, of the request. */
  readonly day: string
  readonly issuer: Party & { readonly legalLine: string }
  /** Who pays. */
  readonly customer: Party
  /** Who uses, when somebody else pays. */
  readonly endCustomer: Party | null
  readonly offer: string
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly sites: readonly { readonly name: string; readonly address: string }[]
  readonly onsiteContact: string | null
  /** The form as filled: label, value. */
  readonly characteristics: readonly (readonly [label: string, value: string])[]
}

export interface PrintedServices {
  readonly reference: string
  readonly name: string
  readonly site: string
  readonly count: number
}

export interface OrderFormDocument extends PaperBase {
  readonly items: readonly {
    readonly label: string
    readonly quantity: number
    readonly unitOneOffCents: number
    readonly unitMonthlyCents: number
    readonly oneOffCents: number
    readonly monthlyCents: number
  }[]
  readonly totals: { readonly oneOffCents: number; readonly monthlyCents: number; readonly commitmentMonths: number }
  /** « Sur le contrat OC00123 : de 6 à 10 »; null for a creation. */
  readonly change: string | null
  readonly conditions: readonly string[]
  /** Day, reason. */
  readonly amendments: readonly (readonly [day: string, reason: string])[]
  /** Terms of sale: who accepted what, when. */
  readonly acceptance: string | null
}

export interface DeliveryNoteDocument extends PaperBase {
  readonly services: readonly PrintedServices[]
  readonly steps: readonly { readonly label: string; readonly doneOn: string | null; readonly skipped: boolean }[]
  readonly commitment: string | null
  readonly conditions: readonly string[]
}

export interface TerminationNoticeDocument extends PaperBase {
  /** « Le contrat OC00123 prend fin le 31/12/2026. » */
  readonly ends: string
  readonly costs: readonly { readonly label: string; readonly cents: number }[]
  readonly endingMonthlyCents: number
  readonly services: readonly PrintedServices[]
  readonly conditions: readonly string[]
}
