/** Businesses that the consumer code protects for electronic communications: micro, small, and non-profit (L224-26-2). */
const protectedSizes: readonly string[] = ['micro', 'small', 'nonprofit']

const isProtectedCompany = (size: string): boolean => protectedSizes.includes(size)

/** Longest commitment of a protected company that did not expressly waive the rule (L224-28, I). */
const longestWithoutWaiver = 24

/** Must this company expressly accept such a commitment? */
export const needsWaiver = (size: string, months: number): boolean => isProtectedCompany(size) && months > longestWithoutWaiver

/** Months that can be held against the company: 24 at most when it is protected and waived nothing. */
export const enforceableMonths = (months: number, company: { readonly size: string; readonly hasWaived: boolean }): number =>
  needsWaiver(company.size, months) && !company.hasWaived ? longestWithoutWaiver : months
