import { sql } from 'kysely'
import * as z from 'zod/mini'
import { legalFormLabel } from '#api/companies/rules/company/legal-forms'
import { proposalFieldWords } from '#api/companies/words'
import { type Language, say } from '#api/languages'
import { clientPagePath, pagePath } from '#api/pages'
import { raw } from '../../../platform/db/query.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'
import { defineNews, type FoundReader, type ReaderRule, readersBy } from '../../../platform/mail/define-news.ts'
import { administratorsOf } from './administrators.ts'

const toldShape = {
  reference: z.string(),
  company: z.string(),
  by: z.string(),
  changed: z.array(
    z.object({ field: z.enum(['name', 'vat_number', 'legal_form']), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
  ),
  reason: z.nullable(z.string()),
}
type Change = z.core.output<(typeof toldShape)['changed']>[number]

const valueText = (field: Change['field'], value: string | null, language: Language): string => {
  if (value === null) return language === 'fr' ? 'non renseigné' : 'not set'
  return field === 'legal_form' ? (legalFormLabel(value) ?? value) : value
}

/** « Raison sociale », « A → B ». */
export const changeInWords = ({ field, before, after }: Change, language: Language): readonly [string, string] => [
  say(proposalFieldWords[field], language),
  `${valueText(field, before, language)} → ${valueText(field, after, language)}`,
]

const mailShape = z.object({ ...toldShape, url: z.string() })

const changedMail = defineMail('identity-changed', mailShape, {
  fr: (p) => ({
    subject: `${p.company} (${p.reference}) : identité de la société modifiée`,
    title: `${p.company} a changé son identité`,
    paragraphs: [
      'Le changement est en vigueur : factures et documents à venir le reprennent. S’il est inexact, contestez-le sur la fiche de la société.',
    ],
    facts: [['Société', `${p.company} (${p.reference})`], ...p.changed.map((change) => changeInWords(change, 'fr')), ['Par', p.by]],
    button: { label: 'Voir la fiche', url: p.url },
  }),
  en: (p) => ({
    subject: `${p.company} (${p.reference}): identity of the company changed`,
    title: `${p.company} changed its identity`,
    paragraphs: [
      'The change is in force: invoices and documents to come bear it. If it is not correct, contest it on the sheet of the company.',
    ],
    facts: [['Company', `${p.company} (${p.reference})`], ...p.changed.map((change) => changeInWords(change, 'en')), ['By', p.by]],
    button: { label: 'See the sheet', url: p.url },
  }),
})

const contestedMail = defineMail('identity-contested', mailShape, {
  fr: (p) => ({
    subject: `${p.company} : un changement d’identité est contesté`,
    title: 'L’ancienne valeur est rétablie',
    paragraphs: [
      'Vous recevez ce message parce que vous êtes administrateur de la société. Corrigez la fiche, ou répondez à votre opérateur télécom.',
    ],
    facts: [
      ['Société', `${p.company} (${p.reference})`],
      ...p.changed.map((change) => changeInWords(change, 'fr')),
      ['Motif', p.reason ?? ''],
      ['Par', p.by],
    ],
    button: { label: 'Voir la fiche', url: p.url },
  }),
  en: (p) => ({
    subject: `${p.company}: a change of identity is contested`,
    title: 'The former value is back',
    paragraphs: [
      'You receive this message because you are an administrator of the company. Correct the sheet, or answer your telecom operator.',
    ],
    facts: [
      ['Company', `${p.company} (${p.reference})`],
      ...p.changed.map((change) => changeInWords(change, 'en')),
      ['Reason', p.reason ?? ''],
      ['By', p.by],
    ],
    button: { label: 'See the sheet', url: p.url },
  }),
})

const subject = z.object({ companyId: z.uuid(), ...toldShape })

/** Those who administer the portal for the carrier. */
const carrierAdministrators: ReaderRule<unknown> = readersBy('carrier', () =>
  raw<FoundReader>(sql`
    select k.email, u.id as user_id, u.login, u.language, 'carrier' as universe
    from companies c join users u on u.company_id = c.id join contacts k on k.id = u.contact_id
    where 'carrier' = any (c.universes) and u.is_administrator and u.state = 'active' order by u.login`),
)

/** An administrator changed the identity of the company: the carrier may contest it. */
export const identityChanged = defineNews({
  code: 'company.identity_changed',
  subject,
  readers: [carrierAdministrators],
  facts: async (_, told) => told,
  mail: changedMail,
  parameters: ({ companyId: _, ...told }, __, appUrl) => ({
    ...told,
    url: `${appUrl}${clientPagePath('company', { universe: 'carrier', company: told.reference })}?tab=changes`,
  }),
})

/** The carrier put the former value back. */
export const identityContested = defineNews({
  code: 'company.identity_contested',
  subject,
  readers: [administratorsOf<z.core.output<typeof subject>>(({ companyId }) => companyId)],
  facts: async (_, told) => told,
  mail: contestedMail,
  parameters: ({ companyId: _, ...told }, __, appUrl) => ({
    ...told,
    url: `${appUrl}${pagePath('company', { universe: 'client' })}?tab=changes`,
  }),
})
