import type { ImportColumn } from '#api/import-file'
import { importFiles } from '#api/import-kinds'
import type { ImportKind } from '#api/imports/imports'
import { toCsv } from '../../platform/http/csv.ts'
import type { Fault } from '../../platform/imports/line.ts'

/** Codes in words, for a file that is corrected in a spreadsheet; the screen has its own, in both languages. */
const reasons: Readonly<Record<string, string>> = {
  required: 'valeur obligatoire',
  too_long: 'trop long',
  siren_invalid: 'SIREN faux',
  siret_invalid: 'SIRET faux',
  siret_mismatch: 'SIRET d’une autre société',
  vat_number_invalid: 'numéro de TVA faux',
  vat_number_mismatch: 'TVA d’un autre SIREN',
  ape_code_invalid: 'code APE faux',
  legal_form_unknown: 'forme juridique inconnue',
  company_reference_invalid: 'référence de société fausse',
  company_unknown: 'société inconnue',
  company_is_carrier: 'la société de l’exploitant ne s’importe pas',
  partner_unknown: 'partenaire inconnu',
  partner_differs: 'autre partenaire : passer par « Changer de partenaire »',
  site_unknown: 'site inconnu',
  email_invalid: 'e-mail faux',
  phone_invalid: 'téléphone faux',
  website_invalid: 'adresse de site fausse',
  person_name_invalid: 'nom faux',
  postcode_invalid: 'code postal faux',
  country_invalid: 'pays faux',
  not_printable: 'caractères qui ne peuvent pas être imprimés',
  control_characters: 'caractères interdits',
  offer_unknown: 'offre inconnue',
  contract_unknown: 'offre contractée inconnue',
  service_unknown: 'service inconnu',
  reference_taken: 'référence déjà prise',
  contract_not_delivered: 'offre contractée en cours de création : ses services viennent à sa livraison',
  contract_abandoned: 'offre contractée sans suite',
  service_before_delivery: 'avant la livraison de l’offre contractée',
  service_after_end: 'après la fin de l’offre contractée',
  service_kind_unknown: 'type de service inconnu',
  yes_no_expected: 'répondre oui ou non',
  amount_invalid: 'montant faux (45,90)',
  count_invalid: 'nombre entier attendu, ou trop grand',
  date_invalid: 'date fausse (jj/mm/aaaa ou aaaa-mm-jj)',
  scientific_number: 'nombre coupé par le tableur (7,3E+08) : mettre la colonne en texte',
  date_future: 'date à venir',
  dates_reversed: 'la fin est avant le début',
  invalid: 'valeur fausse',
  duplicate_line: 'déjà à la ligne',
  conflict: 'en conflit avec ce qui existe',
}

export interface FaultyLine {
  readonly line: number
  readonly cells: readonly string[]
  readonly errors: unknown
}

const columnOf = (kind: ImportKind, field: string | null): ImportColumn | undefined =>
  field === null ? undefined : importFiles[kind].columns[field]

/** What stands above a column of the file; null for the whole line. */
export const headerOf = (kind: ImportKind, field: string | null): string | null => columnOf(kind, field)?.header ?? null

const precision = ({ code, value, params }: Fault, column: ImportColumn | undefined): string => {
  if (code === 'duplicate_line') return ` ${value}`
  if (params?.maximum !== undefined) return ` (${params.maximum} caractères au plus)`
  return column?.choices && code !== 'required' ? ` (${column.choices.join(', ')})` : ''
}

const inWords = (kind: ImportKind, faults: readonly Fault[]): string =>
  faults
    .map((fault) => {
      const column = columnOf(kind, fault.column)
      return `${column ? `${column.header} : ` : ''}${reasons[fault.code] ?? fault.code}${precision(fault, column)}`
    })
    .join(' ; ')

/** The faulty lines as they came, with their number and the reason in front of nothing else: corrected, the file is sent again as it is. */
export const faultyCsv = (kind: ImportKind, headers: readonly string[], lines: readonly FaultyLine[]): Buffer =>
  toCsv(
    [...headers, 'Ligne', 'Motif du rejet'],
    lines.map(({ line, cells, errors }) => [
      ...headers.map((_, index) => cells[index] ?? ''),
      line,
      inWords(kind, errors as readonly Fault[]),
    ]),
  )

/** Headers and an example. */
export const templateCsv = (kind: ImportKind): Buffer => {
  const columns = Object.values(importFiles[kind].columns)
  return toCsv(
    columns.map(({ header }) => header),
    [columns.map(({ example }) => example)],
  )
}
