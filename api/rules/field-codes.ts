/**
 * Codes that the fields of api/ answer; the site translates each as `field_<code>`. `too_long`, `too_many` and `too_big` come with `maximum`,
 * `too_short`, `too_few` and `too_small` with `minimum`.
 */
export const fieldErrorCodes = [
  'required',
  'invalid',
  'too_long',
  'too_many',
  'too_big',
  'too_short',
  'too_few',
  'too_small',
  'unknown',
  'control_characters',
  'not_printable',
  'siren_invalid',
  'siret_invalid',
  'vat_number_invalid',
  'ape_code_invalid',
  'legal_form_unknown',
  'einvoicing_address_invalid',
  'company_reference_invalid',
  'login_invalid',
  'holder_invalid',
  'iban_invalid',
  'bic_invalid',
  'bic_iban_mismatch',
  'creditor_identifier_invalid',
  'mandate_reference_invalid',
  'email_invalid',
  'phone_invalid',
  'website_invalid',
  'person_name_invalid',
  'postcode_invalid',
  'country_invalid',
  'insee_code_invalid',
  'date_invalid',
  'password_length',
  'password_uppercase',
  'password_digit',
  'password_special',
  'password_maximum',
  'password_not_login',
  'time_invalid',
  'slot_reversed',
  'slots_overlap',
  'closing_reversed',
  'yes_no_expected',
  'amount_invalid',
  'count_invalid',
  'service_kind_unknown',
] as const
export type FieldErrorCode = (typeof fieldErrorCodes)[number]

/** A check of a schema that failed, as the validator tells it. */
interface FailedCheck {
  readonly code?: string | undefined
  readonly input?: unknown
  readonly origin?: string
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''

/**
 * The code of a check that names none of its own. Given to the validator as its `error`, so that every message is a code: where a value of
 * some type or form was due, an absent or empty one is `required`, another one `invalid`.
 */
export const codeOfCheck = ({ code, input, origin, minimum }: FailedCheck): FieldErrorCode => {
  switch (code) {
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_union':
    case 'invalid_format':
      return isAbsent(input) ? 'required' : 'invalid'
    case 'too_small':
      if (origin !== 'string' && origin !== 'array') return 'too_small'
      return Number(minimum) === 1 ? 'required' : origin === 'string' ? 'too_short' : 'too_few'
    case 'too_big':
      return origin === 'string' ? 'too_long' : origin === 'array' ? 'too_many' : 'too_big'
    case 'unrecognized_keys':
      return 'unknown'
    default:
      return 'invalid'
  }
}

/** A failed check of a schema that was given `codeOfCheck`: its message is a code. */
interface Issue extends FailedCheck {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

export interface FieldFault {
  readonly path: readonly PropertyKey[]
  readonly code: string
  /** What the code needs to be said in words. */
  readonly params?: Readonly<Record<string, number>>
}

const paramsOf = ({ code, minimum, maximum }: Issue): Pick<FieldFault, 'params'> => {
  if (code === 'too_big') return { params: { maximum: Number(maximum) } }
  return code === 'too_small' ? { params: { minimum: Number(minimum) } } : {}
}

/** What is wrong, field by field; a field that does not exist is told at its own name. */
export const faultsOf = (issues: readonly Issue[]): FieldFault[] =>
  issues.flatMap((issue): FieldFault[] =>
    issue.keys
      ? issue.keys.map((key) => ({ path: [...issue.path, key], code: issue.message }))
      : [{ path: issue.path, code: issue.message, ...paramsOf(issue) }],
  )
