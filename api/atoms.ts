import * as z from 'zod/mini'
import { isEmail, normaliseEmail } from './companies/rules/contact/email-address.ts'
import { isPersonName, normalisePersonName } from './companies/rules/contact/person-name.ts'
import { normalisePhone } from './companies/rules/contact/phone-number.ts'
import { normaliseWebsite } from './companies/rules/contact/website.ts'
import { checkPassword } from './identity/rules/password-rules.ts'
import { isCivilDate } from './rules/civil-date.ts'
import { parseCompanyReference, parseLogin } from './rules/references.ts'

/**
 * Codes that the fields below answer; the SPA translates each as `field_<code>`. `too_long` and `too_many` come with `maximum`.
 */
export const fieldErrorCodes = [
  'required',
  'invalid',
  'too_long',
  'too_many',
  'control_characters',
  'siren_invalid',
  'siret_invalid',
  'vat_number_invalid',
  'ape_code_invalid',
  'legal_form_unknown',
  'einvoicing_address_invalid',
  'company_reference_invalid',
  'login_invalid',
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

/** A code as a check's message: the compiler knows them all. */
export const code = (value: FieldErrorCode): FieldErrorCode => value

/** Absent → `required`; of another type → `invalid`. */
export const text = () => z.string({ error: (issue) => code(issue.input === undefined || issue.input === null ? 'required' : 'invalid') })

const atMost = (maximum: number) => z.maxLength(maximum, { error: code('too_long'), abort: true })
const filled = () => z.minLength(1, { error: code('required'), abort: true })
const trimmed = () => z.overwrite<string>((value) => value.trim())

/** A text whose output is canonical: normalised first, then judged. The input may be a little longer than the canonical form. */
export const canonical = (
  normalise: (value: string) => string,
  isRight: (value: string) => boolean,
  error: FieldErrorCode,
  maximum: number,
) => text().check(atMost(maximum), trimmed(), filled(), z.overwrite(normalise), z.refine(isRight, code(error)))

/** The same, for rules that normalise and judge at once (null = wrong); they leave a canonical text as it is. */
export const judged = (normalise: (value: string) => string | null, error: FieldErrorCode, maximum: number) =>
  canonical(
    (value) => normalise(value) ?? value,
    (value) => normalise(value) === value,
    error,
    maximum,
  )

/** Output `OIP-00000002` whatever the case, spaces and zeros typed. */
export const companyReferenceField = judged(parseCompanyReference, 'company_reference_invalid', 32)
/** Output `E-000000004` whatever the case, spaces and zeros typed. */
export const loginField = judged(parseLogin, 'login_invalid', 32)

// Not trimmed beforehand: a line break around an address is refused, never repaired.
export const emailField = text().check(
  atMost(300),
  filled(),
  z.overwrite((value) => normaliseEmail(value) ?? value),
  z.refine(isEmail, code('email_invalid')),
)
/** Output E.164 (`+33184787880`). Short and emergency numbers are refused: they cannot be called back. */
export const phoneField = judged(normalisePhone, 'phone_invalid', 40)
export const websiteField = judged(normaliseWebsite, 'website_invalid', 300)
export const personNameField = canonical(normalisePersonName, isPersonName, 'person_name_invalid', 120)

/** Two letters (ISO 3166-1), upper case. */
export const countryField = canonical(
  (value) => value.toUpperCase(),
  (value) => /^[A-Z]{2}$/.test(value),
  'country_invalid',
  // Room for « France » in full: that is a wrong country, not too long a text.
  60,
)
/** A day that exists, `yyyy-mm-dd`. */
export const isoDateField = canonical((value) => value, isCivilDate, 'date_invalid', 40)

// A lone surrogate or a NUL cannot be kept in a UTF-8 database.
const isSingleLine = (value: string): boolean => value.isWellFormed() && !/\p{Cc}/u.test(value)
const isMultiLine = (value: string): boolean => value.isWellFormed() && !/(?![\n\t])\p{Cc}/u.test(value)

/** One line, not empty, spaces collapsed, no control character, at most `maximum` characters. */
export const shortText = (maximum: number) =>
  text().check(
    z.overwrite((value) =>
      value
        .normalize('NFC')
        .replace(/[ \u00a0\t]+/g, ' ')
        .trim(),
    ),
    filled(),
    atMost(maximum),
    z.refine(isSingleLine, code('control_characters')),
  )

/** Several lines, may be empty; line ends become `\n`; at most `maximum` characters. */
export const longText = (maximum: number) =>
  text().check(
    z.overwrite((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    atMost(maximum),
    z.refine(isMultiLine, code('control_characters')),
  )

/** A new password: one error per broken rule. That it does not contain the login is checked where the login is known (`passwordFieldFor`). */
export const passwordFieldFor = (login: string) =>
  text().check(filled(), (context) => {
    const rules = checkPassword(context.value, login)
    for (const [rule, kept] of Object.entries(rules)) {
      if (!kept) context.issues.push({ code: 'custom', message: `password_${rule}`, input: context.value })
    }
  })
export const passwordField = passwordFieldFor('')

/** For a field of a form that may be left empty: the empty text becomes null, everything else goes through the field. */
export const orNull = <T extends z.core.$ZodType<string, string>>(field: T) =>
  z.pipe(
    z.transform((value: string | null) => (typeof value === 'string' && value.trim() === '' ? null : value)),
    z.nullable(field),
  )
