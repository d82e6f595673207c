/** Data of the papers of an order; texts are ready to print, days are `YYYY-MM-DD`, amounts integer cents without VAT. */
interface Party {
  readonly name: string
  readonly address: readonly string[]
  readonly small: readonly string[]
}

interface PaperBase {
  /** COM00123 */
  readonly reference: string
  /** Day of the paper: of the order, of the delivery. */
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
  /** « Augmentation : 6 → 10 canaux »; null for a creation. */
  readonly change: string | null
  readonly conditions: readonly string[]
  readonly amendments: readonly { readonly day: string; readonly reason: string }[]
  /** Terms of sale: who accepted what, when. */
  readonly acceptance: string | null
}

export interface DeliveryNoteDocument extends PaperBase {
  readonly services: readonly { readonly reference: string; readonly name: string; readonly site: string; readonly count: number }[]
  readonly steps: readonly { readonly label: string; readonly doneOn: string | null; readonly skipped: boolean }[]
  readonly commitment: string | null
  readonly conditions: readonly string[]
}
