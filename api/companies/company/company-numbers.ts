import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { canonical } from '../../atoms.ts'
import { isApeCode, normaliseApeCode } from '../rules/company/ape-code.ts'
import { isEinvoicingAddress, normaliseEinvoicingAddress } from '../rules/company/einvoicing-address.ts'
import { isSiren, isSiret, normaliseCompanyNumber } from '../rules/company/siren.ts'
import { isVatNumber, normaliseVatNumber } from '../rules/company/vat-number.ts'

export const siren = canonical(normaliseCompanyNumber, isSiren, 'siren_invalid', 30)
about(siren, 'SIREN: nine digits; spaces are allowed in requests.', { examples: ['732829320'] })
export const siret = canonical(normaliseCompanyNumber, isSiret, 'siret_invalid', 40)
about(siret, 'SIRET: fourteen digits; spaces are allowed in requests.', { examples: ['73282932000074'] })
export const vatNumber = canonical(normaliseVatNumber, isVatNumber, 'vat_number_invalid', 40)
about(vatNumber, 'VAT number of the European Union, Switzerland, Great Britain or Norway.', { examples: ['FR44732829320'] })
export const apeCode = canonical(normaliseApeCode, isApeCode, 'ape_code_invalid', 12)
about(apeCode, 'APE (NAF) code.', { examples: ['6110Z'] })
export const einvoicingAddress = canonical(normaliseEinvoicingAddress, isEinvoicingAddress, 'einvoicing_address_invalid', 130)
about(einvoicingAddress, 'Address that electronic invoices are sent to: the SIREN, with a suffix or not.', { examples: ['732829320'] })
/** As an answer tells it; a request is judged by `legalForm`, which brings the whole list along. */
export const legalFormCode = z.string()
about(legalFormCode, 'Legal form, by its code of the INSEE.', { examples: ['5710'] })
export const externalKey = z.string()
about(externalKey, 'Key of the company in the carrier’s other software.', { examples: ['CRM-1042'] })
