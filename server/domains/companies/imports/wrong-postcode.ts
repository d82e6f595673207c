import * as z from 'zod/mini'
import { frenchPostcode } from '#api/companies/sites/site-fields'

/** A French address has a French postcode; without a country it is in France. */
export const isPostcodeWrong = ({ postcode, country = 'FR' }: { readonly postcode?: string; readonly country?: string }): boolean =>
  postcode !== undefined && country === 'FR' && !z.safeParse(frenchPostcode, postcode).success
