import classes from './companies.module.css'
import { countryName } from './form-values.ts'

export interface PostalAddress {
  readonly addressee?: string | null
  readonly street: string
  readonly complement: string | null
  readonly postcode: string
  readonly city: string
  readonly country: string
}

/** A postal address as it is written on an envelope; the country only abroad. */
export const AddressText = ({ address }: { readonly address: PostalAddress }) => {
  const lines = [
    address.addressee,
    address.street,
    address.complement,
    `${address.postcode} ${address.city}`.trim(),
    address.country === 'FR' ? null : countryName(address.country),
  ].filter(Boolean)
  return lines.length === 0 ? null : <address className={classes.address}>{lines.join('\n')}</address>
}
