import { canonical } from '../../atoms.ts'
import { isBic, normaliseBic } from '../rules/payment/bic.ts'
import { isCreditorIdentifier, normaliseCreditorIdentifier } from '../rules/payment/creditor-identifier.ts'
import { isIban, normaliseIban } from '../rules/payment/iban.ts'
import { isMandateReference, normaliseMandateReference } from '../rules/payment/mandate-reference.ts'

export const ibanField = canonical(normaliseIban, isIban, 'iban_invalid', 64)
export const bicField = canonical(normaliseBic, isBic, 'bic_invalid', 24)
export const creditorIdentifierField = canonical(normaliseCreditorIdentifier, isCreditorIdentifier, 'creditor_identifier_invalid', 48)
export const mandateReferenceField = canonical(normaliseMandateReference, isMandateReference, 'mandate_reference_invalid', 48)
