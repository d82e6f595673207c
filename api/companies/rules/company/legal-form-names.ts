import { foldText } from '../../../rules/text-fold.ts'
import { legalForms } from './legal-forms.ts'

/** What people write for the forms that they meet, where there is one: the general one of its kind. */
const usual: Readonly<Record<string, string>> = {
  ei: '1000',
  'auto-entrepreneur': '1000',
  'micro-entreprise': '1000',
  snc: '5202',
  eurl: '5498',
  sarl: '5499',
  sa: '5599',
  sas: '5710',
  sasu: '5720',
  sci: '6540',
  association: '9220',
  'association loi 1901': '9220',
}

const bare = (text: string): string =>
  foldText(text)
    .replaceAll(/[.\s’']+/g, (sign) => (sign.includes('.') ? '' : ' '))
    .trim()

/** The form that a text names, as `SARL`, `S.A.S.` or its official label: by its bare writing; a label that two forms share names none. */
export const legalFormNames = (): ReadonlyMap<string, string> => {
  const codes = new Map<string, string>()
  for (const { code, label } of legalForms)
    for (const name of new Set([label, label.replace(/ \([^)]*\)$/, '')])) codes.set(bare(name), codes.has(bare(name)) ? '' : code)
  for (const [name, code] of Object.entries(usual)) if (legalForms.some((form) => form.code === code)) codes.set(name, code)
  for (const [name, code] of codes) if (code === '') codes.delete(name)
  return codes
}

export const bareLegalForm = bare
