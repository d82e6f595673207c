import * as z from 'zod/mini'
import { about } from './about.ts'
import { isEmail, normaliseEmail } from './companies/rules/contact/email-address.ts'
import { isPersonName, normalisePersonName } from './companies/rules/contact/person-name.ts'
import { normalisePhone } from './companies/rules/contact/phone-number.ts'
import { normaliseWebsite } from './companies/rules/contact/website.ts'
import { isCivilDate } from './rules/civil-date.ts'
import type { FieldErrorCode } from './rules/field-codes.ts'
import { plainText, plainWords } from './rules/plain-text.ts'
import { isPrinted } from './rules/printed-text.ts'
import { parseCompanyReference, parseLogin } from './rules/references.ts'

/** What the fields of requests and answers are made of: each kind of value once, with what a reader of the document is told of it. */

// Texts -----------------------------------------------------------------------------------------------------------------------------------

/** A code as a check's message: the compiler knows them all. */
export const code = (value: FieldErrorCode): FieldErrorCode => value

/** Absent → `required`; of another type → `invalid`. */
export const text = () => z.string({ error: (issue) => code(issue.input === undefined || issue.input === null ? 'required' : 'invalid') })

const atMost = (maximum: number) => z.maxLength(maximum, { error: code('too_long'), abort: true })
const filled = () => z.minLength(1, { error: code('required'), abort: true })
const trimmed = () => z.overwrite<string>((value) => plainText(value).trim())

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

// A lone surrogate or a NUL cannot be kept in a UTF-8 database.
const isSingleLine = (value: string): boolean => value.isWellFormed() && !/\p{Cc}/u.test(value)
const isMultiLine = (value: string): boolean => value.isWellFormed() && !/(?![\n\t])\p{Cc}/u.test(value)

/** One line, not empty, spaces collapsed, no control character, at most `maximum` characters. */
export const shortText = (maximum: number) =>
  text().check(z.overwrite(plainWords), filled(), atMost(maximum), z.refine(isSingleLine, code('control_characters')))

/** The same for what papers bear, of letters that their fonts have: a name that cannot be printed is told where it is typed. */
export const printedText = (maximum: number) => shortText(maximum).check(z.refine(isPrinted, code('not_printable')))

/** Several lines, may be empty; line ends become `\n`; at most `maximum` characters. */
export const longText = (maximum: number) =>
  text().check(
    z.overwrite((value) => value.normalize('NFC').replace(/\r\n?/g, '\n').trim()),
    atMost(maximum),
    z.refine(isMultiLine, code('control_characters')),
  )

/** For a field of a form that may be left empty: the empty text becomes null, everything else goes through the field. */
export const orNull = <T extends z.core.$ZodType<string, string>>(field: T) =>
  z.pipe(
    z.transform((value: string | null) => (typeof value === 'string' && plainText(value).trim() === '' ? null : value)),
    z.nullable(field),
  )

/** A field that a program may leave out, or send as null. */
export const blank = <T extends z.core.$ZodType>(field: T) => z.optional(z.nullable(field))

// What things are called --------------------------------------------------------------------------------------------------------------------

/** What an address or a filter names a thing by: unknown ones are answered, or found nowhere, whatever their shape. */
const named = (maximum: number) => z.string().check(z.maxLength(maximum, code('too_long')))

export const id = z.uuid({ error: code('invalid') })
about(id, 'Tells one thing from another, and says nothing else.', { examples: ['01932d5e-8a40-7c11-9f3a-5b1c2d3e4f50'] })

export const companyReference = named(32)
about(companyReference, 'Reference of a company.', { examples: ['OIP-00000002'] })
export const companyParams = z.strictObject({ company: companyReference })
/** The same as people type it: output `OIP-00000002` whatever the case, spaces and zeros. */
export const typedCompanyReference = judged(parseCompanyReference, 'company_reference_invalid', 32)
about(typedCompanyReference, 'Reference of a company; case, spaces and leading zeros do not matter.', { examples: ['OIP-00000011'] })

export const login = named(32)
about(login, 'Login of a person.', { examples: ['E-000000004'] })
/** Output `E-000000004` whatever the case, spaces and zeros typed. */
export const typedLogin = judged(parseLogin, 'login_invalid', 32)
about(typedLogin, 'Login of a person; case, spaces and leading zeros do not matter.', { examples: ['E-000000004'] })

export const contractReference = named(32)
about(contractReference, 'Reference of a contracted offer.', { examples: ['OC40482'] })
export const orderReference = named(32)
about(orderReference, 'Reference of an order.', { examples: ['COM00025'] })
export const serviceReference = named(32)
about(serviceReference, 'Reference of a service.', { examples: ['FPC12001'] })
export const importReference = named(32)
about(importReference, 'Reference of an import.', { examples: ['IMP-00000001'] })
export const offerCode = named(80)
about(offerCode, 'Code of an offer: it never changes.', { examples: ['TRUNK-SIP'] })
export const familyCode = named(40)
about(familyCode, 'Code of a family of offers: it never changes.', { examples: ['telephonie'] })
export const itemKey = z.string()
about(itemKey, 'What a price is for: `base`, `termination`, a characteristic, or one of its values.', { examples: ['base'] })

export const typedCompanyName = printedText(160)
about(typedCompanyName, 'Name of a company.', { examples: ['Menuiserie Exemple'] })
export const listScreen = z.string().check(z.maxLength(40, code('too_long')), z.regex(/^[a-z-]+$/, code('invalid')))
about(listScreen, 'The list that is meant: what it declares as its `screen`.', { examples: ['orders'] })
export const label = z.string()
about(label, 'What it is called.', { examples: ['Fibre optique entreprise'] })
export const fullName = z.string()
about(fullName, 'A person, as the reader may know them.', { examples: ['Céline B.'] })
export const phrase = z.string()
about(phrase, 'What somebody wrote.', { examples: ['Le local technique est fermé jusqu’à lundi.'] })
export const bilingual = z.object({ fr: z.string(), en: z.string() })
about(bilingual, 'A text in both languages of the portal.', { examples: [{ fr: 'Fibre optique entreprise', en: 'Business fibre' }] })
export const namedCompany = z.object({ reference: companyReference, name: label })
about(namedCompany, 'A company named beside another thing.', { examples: [{ reference: 'OIP-00000002', name: 'Ma Société' }] })
export const namedContract = z.object({ reference: contractReference, name: label })
about(namedContract, 'A contracted offer named beside another thing.', { examples: [{ reference: 'OC40482', name: 'MyCloud3CX' }] })

/** Answers to a form: each characteristic by its key. */
export const formAnswer = z.union([z.string(), z.number(), z.boolean()])
about(formAnswer, 'A text, a number, yes or no; days, files, sites and contracts are told as texts.', { examples: ['pro'] })
export const formAnswers = z.record(z.string(), formAnswer)
about(formAnswers, 'The form as filled in: characteristic → answer.', { examples: [{ channels: 4, guaranteed: true }] })

// Numbers -----------------------------------------------------------------------------------------------------------------------------------

export const version = z.int()
about(version, 'Rises with every change: send back the one that was read.', { examples: [3] })
export const count = z.int()
about(count, 'How many.', { examples: [4] })
export const cents = z.int()
about(cents, 'Whole cents without VAT.', { examples: [4590] })
export const amounts = z.object({ oneOffCents: cents, monthlyCents: cents })
about(amounts, 'What is due once, and every month.', { examples: [{ oneOffCents: 9900, monthlyCents: 4590 }] })
export const basisPoints = z.int()
about(basisPoints, 'Hundredths of a percent.', { examples: [2500] })
export const months = z.int()
about(months, 'Months.', { examples: [36] })
export const byteSize = z.int()
about(byteSize, 'Bytes.', { examples: [48_213] })

// Time --------------------------------------------------------------------------------------------------------------------------------------

export const day = canonical((value) => value, isCivilDate, 'date_invalid', 40)
about(day, 'A day that exists, in metropolitan France.', { format: 'date', examples: ['2026-12-01'] })
export const instant = z.string()
about(instant, 'ISO 8601, in UTC.', { format: 'date-time', examples: ['2026-11-21T09:00:00.000Z'] })
export const month = z.string()
about(month, 'A month, `yyyy-mm`.', { examples: ['2026-12'] })

// People and places -------------------------------------------------------------------------------------------------------------------------

// Not trimmed beforehand: a line break around an address is refused, never repaired.
export const email = text().check(
  atMost(300),
  filled(),
  z.overwrite((value) => normaliseEmail(value) ?? value),
  z.refine(isEmail, code('email_invalid')),
)
about(email, 'An e-mail address; answers have its domain in ASCII and lower case.', {
  format: 'email',
  examples: ['camille.martin@menuiserie.example'],
})
/** Output E.164 (`+33184787880`). Short and emergency numbers are refused: they cannot be called back. */
export const phone = judged(normalisePhone, 'phone_invalid', 40)
about(phone, 'A telephone number, E.164 in answers; requests may write it as people do. Short and emergency numbers are refused.', {
  examples: ['+33199001234'],
})
export const website = judged(normaliseWebsite, 'website_invalid', 300)
about(website, 'Address of a web site, with its scheme in answers.', { format: 'uri', examples: ['https://menuiserie.example'] })
export const personName = text().check(
  atMost(120),
  z.overwrite(normalisePersonName),
  filled(),
  z.refine(isPersonName, code('person_name_invalid')),
)
about(personName, 'First or last name of a person.', { examples: ['Camille'] })
export const givenName = z.string()
about(givenName, 'First name; may be empty.', { examples: ['Camille'] })
export const familyName = z.string()
about(familyName, 'Last name.', { examples: ['Martin'] })
export const jobTitle = z.string()
about(jobTitle, 'What somebody does in the company.', { examples: ['Responsable informatique'] })
export const typedJobTitle = shortText(80)
about(typedJobTitle, 'What somebody does in the company.', { examples: ['Responsable informatique'] })
export const country = canonical(
  (value) => value.toUpperCase(),
  (value) => /^[A-Z]{2}$/.test(value),
  'country_invalid',
  // Room for « France » in full: that is a wrong country, not too long a text.
  60,
)
about(country, 'Two letters (ISO 3166-1), in upper case in answers.', { examples: ['FR'] })
// An answer tells them as they were kept; a request is judged by the `typed` ones.
export const street = z.string()
about(street, 'Number and street.', { examples: ['1 rue des Lilas'] })
export const postcode = z.string()
about(postcode, 'Postcode, of any country.', { examples: ['92110'] })
export const city = z.string()
about(city, 'Town.', { examples: ['Clichy'] })
export const typedStreet = printedText(200)
about(typedStreet, 'Number and street, or what completes them.', { examples: ['1 rue des Lilas'] })
/** Digits that people part (`75 001`) are kept together; letters and digits of other countries (`SW1A 1AA`) stay as they are. */
export const typedPostcode = shortText(12).check(z.overwrite((value) => (/^[\d ]+$/.test(value) ? value.replaceAll(' ', '') : value)))
about(typedPostcode, 'Postcode; a French one is checked.', { examples: ['92110'] })
export const typedCity = printedText(80)
about(typedCity, 'Town.', { examples: ['Clichy'] })
export const ipAddress = z.string()
about(ipAddress, 'IPv4 or IPv6 address.', { examples: ['192.0.2.10'] })

// Faults ------------------------------------------------------------------------------------------------------------------------------------

export const faultCode = z.string()
about(faultCode, 'What is wrong, as a stable code.', { examples: ['required'] })
export const faultPath = z.string()
about(faultPath, 'Where, as a dotted path.', { examples: ['values.channels'] })
/** A faulty line of a file of rows. */
export const fileFault = z.object({ line: z.int(), column: z.nullable(label), code: faultCode, value: z.nullable(z.string()) })
about(fileFault, 'A line of a file that is refused.', { examples: [{ line: 12, column: 'SIREN', code: 'siren_invalid', value: '123' }] })

// Files -------------------------------------------------------------------------------------------------------------------------------------

export const fileName = z.string()
about(fileName, 'Name of a file.', { examples: ['bon-de-commande.pdf'] })
export const mediaType = z.string()
about(mediaType, 'Media type of a file.', { examples: ['application/pdf'] })
