import * as z from 'zod/mini'
import { clientPagePath, pagePath } from '#api/pages'
import type { AnnounceIdentity } from '../companies/company/identity-change.ts'
import { changeInWords, identityChanged, identityContested } from '../companies/company/identity-news.ts'
import { defineEvent, type EventKind, type EventTarget } from './delivery/event-kind.ts'
import { publishEvent } from './delivery/publish-event.ts'

/** The company's sheet as the reader reaches it: one's own, or a client's. */
export const companySheet = ({ universe, companyReference }: EventTarget): string =>
  universe === 'client' ? pagePath('company', { universe }) : clientPagePath('company', { universe, company: companyReference })

const changesOf = (target: EventTarget): string => `${companySheet(target)}?tab=changes`

const schema = z.object({
  company: z.string(),
  by: z.string(),
  changed: z.array(
    z.object({ field: z.enum(['name', 'vat_number', 'legal_form']), before: z.nullable(z.string()), after: z.nullable(z.string()) }),
  ),
  reason: z.nullable(z.string()),
})
type Parameters = z.core.output<typeof schema>

const listed = ({ changed }: Parameters, language: 'fr' | 'en'): string =>
  changed.map((change) => changeInWords(change, language).join(language === 'fr' ? ' : ' : ': ')).join(' ; ')

/** An administrator changed the name, the VAT number or the legal form: told to the carrier and to the partner. */
const identityChangedEvent = defineEvent({
  code: 'company.identity_changed',
  category: 'settings',
  objectKind: 'company',
  schema,
  path: changesOf,
  texts: {
    fr: {
      title: (reference) => `${reference} : identité de la société modifiée`,
      text: (p) => `${p.by} (${p.company}) : ${listed(p, 'fr')}.`,
    },
    en: {
      title: (reference) => `${reference}: identity of the company changed`,
      text: (p) => `${p.by} (${p.company}): ${listed(p, 'en')}.`,
    },
  },
})

const identityContestedEvent = defineEvent({
  code: 'company.identity_contested',
  category: 'settings',
  objectKind: 'company',
  schema,
  path: changesOf,
  texts: {
    fr: {
      title: () => 'Un changement de votre société est contesté',
      text: (p) => `L’ancienne valeur est rétablie (${listed(p, 'fr')}). Motif : ${p.reason}`,
    },
    en: {
      title: () => 'A change of your company is contested',
      text: (p) => `The former value is back (${listed(p, 'en')}). Reason: ${p.reason}`,
    },
  },
})

export const companyEvents = [identityChangedEvent, identityContestedEvent] as readonly EventKind[]

/** Tells of a change of identity: by mail to those who must know, as a notification to those who follow. */
export const announceIdentity: AnnounceIdentity = async (tx, { kind, companyId, reference, company, by, changed, reason }) => {
  const subject = { companyId, reference, company, by, changed: [...changed], reason }
  await publishEvent(tx, kind === 'changed' ? identityChangedEvent : identityContestedEvent, {
    companyId,
    siteId: null,
    objectReference: reference,
    universes: kind === 'changed' ? ['ambassador', 'operator', 'carrier'] : ['client'],
    mails: (kind === 'changed' ? identityChanged : identityContested).about(subject),
    parameters: { company, by, changed: [...changed], reason },
  })
}
