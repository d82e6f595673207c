import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { canonical, code, printedText } from '../../atoms.ts'
import { isBic, normaliseBic } from '../rules/payment/bic.ts'
import { isCreditorIdentifier, normaliseCreditorIdentifier } from '../rules/payment/creditor-identifier.ts'
import { isHolderName } from '../rules/payment/holder-name.ts'
import { isIban, normaliseIban } from '../rules/payment/iban.ts'
import { isMandateReference, normaliseMandateReference } from '../rules/payment/mandate-reference.ts'

export const iban = canonical(normaliseIban, isIban, 'iban_invalid', 64)
about(iban, 'IBAN; spaces are allowed in requests.', { examples: ['FR7630006000011234567890189'] })
export const maskedIban = z.string()
about(maskedIban, 'An IBAN of which the beginning and the end can be read.', { examples: ['FR76 •••• •••• 0189'] })
export const bic = canonical(normaliseBic, isBic, 'bic_invalid', 24)
about(bic, 'BIC; of the country of the IBAN.', { examples: ['AGRIFRPP'] })
export const creditorIdentifier = canonical(normaliseCreditorIdentifier, isCreditorIdentifier, 'creditor_identifier_invalid', 48)
about(creditorIdentifier, 'SEPA creditor identifier (ICS).', { examples: ['FR72ZZZ123456'] })
export const mandateReference = canonical(normaliseMandateReference, isMandateReference, 'mandate_reference_invalid', 48)
about(mandateReference, 'Unique reference of a SEPA mandate (RUM).', { examples: ['OIP-00000002-M001'] })
export const typedHolderName = printedText(70).check(z.refine(isHolderName, code('holder_invalid')))
about(typedHolderName, 'Holder of an account, in letters that banks can be told.', { examples: ['Menuiserie Exemple'] })
