import { about } from '../../about.ts'
import { canonical } from '../../atoms.ts'
import { isLegalForm } from '../rules/company/legal-forms.ts'

/** Apart from the other fields of a company: it brings the whole list of legal forms to the pages that use it. */
export const legalForm = canonical((value) => value, isLegalForm, 'legal_form_unknown', 120)
about(legalForm, 'Legal form, by its code of the INSEE.', { examples: ['5710'] })
