import { canonical } from '../../atoms.ts'
import { isApeCode, normaliseApeCode } from '../rules/company/ape-code.ts'
import { isEinvoicingAddress, normaliseEinvoicingAddress } from '../rules/company/einvoicing-address.ts'
import { isSiren, isSiret, normaliseCompanyNumber } from '../rules/company/siren.ts'
import { isVatNumber, normaliseVatNumber } from '../rules/company/vat-number.ts'

/** Nine digits, spaces allowed on input. */
export const sirenField = canonical(normaliseCompanyNumber, isSiren, 'siren_invalid', 30)
export const siretField = canonical(normaliseCompanyNumber, isSiret, 'siret_invalid', 40)
export const vatNumberField = canonical(normaliseVatNumber, isVatNumber, 'vat_number_invalid', 40)
export const apeCodeField = canonical(normaliseApeCode, isApeCode, 'ape_code_invalid', 12)
export const einvoicingAddressField = canonical(normaliseEinvoicingAddress, isEinvoicingAddress, 'einvoicing_address_invalid', 130)
