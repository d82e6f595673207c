import type { Bilingual, Characteristic, OfferDefinition, StepActor } from '#api/catalog/rules/offer-definition'
import type { Language } from '#api/languages'
import type { OfferSheetDocument } from '../../../platform/documents/offer-sheet.ts'
import { type DocumentWord, dayIn, durationIn, numberIn, type Say, sayIn } from '../../../platform/documents/words/words.ts'

/** A version of an offer, as its sheet tells it. */
export interface DescribedOffer {
  readonly name: Bilingual
  readonly family: Bilingual
  readonly number: number
  readonly validFrom: string
  readonly definition: OfferDefinition
}

const actors: Readonly<Record<StepActor, DocumentWord>> = {
  carrier: 'actorCarrier',
  client: 'actorClient',
  partner: 'actorPartner',
  infrastructure: 'actorInfrastructure',
}
const answers = {
  boolean: 'answerYesNo',
  text: 'answerText',
  phone: 'answerPhone',
  email: 'answerEmail',
  ip: 'answerIp',
  date: 'answerDate',
  file: 'answerFile',
  site: 'answerSite',
  contract: 'answerContract',
} as const satisfies Readonly<Record<Exclude<Characteristic['type'], 'choice' | 'number'>, DocumentWord>>

const possibleIn = (say: Say, language: Language, one: Characteristic): string => {
  if (one.type === 'choice') return one.options.map(({ label }) => label[language]).join(' · ')
  if (one.type === 'number') {
    const range = say('fromTo', { from: numberIn(language, one.minimum), to: numberIn(language, one.maximum) })
    const step = one.step > 1 ? `, ${say('byStep', { step: numberIn(language, one.step) })}` : ''
    return `${range}${one.unit ? ` ${one.unit[language]}` : ''}${step}`
  }
  if (one.type === 'text' && one.patternHint) return one.patternHint[language]
  return say(answers[one.type])
}

const commitmentIn = (say: Say, language: Language, { commitments }: OfferDefinition): string => {
  const months = commitments
    .map((option) => option.months)
    .filter((count) => count > 0)
    .sort((a, b) => a - b)
  if (months.length === 0) return say('noCommitment')
  const list = months.map((count) => numberIn(language, count)).join(' · ')
  return commitments.some((option) => option.months === 0) ? say('withoutOrWith', { months: list }) : say('months', { count: list })
}

/** What the sheet of a version says; the same version always says the same. */
export const describeOffer = (offer: DescribedOffer, language: Language, legalLine: string): Omit<OfferSheetDocument, 'logo'> => {
  const { definition } = offer
  const say = sayIn(language)
  const asked = new Map(definition.characteristics.map(({ key, label }) => [key, label]))
  return {
    language,
    day: offer.validFrom,
    name: offer.name[language],
    family: offer.family[language],
    version: say('onSaleFrom', { day: dayIn(language, offer.validFrom) }),
    summary: definition.summary[language],
    paragraphs: definition.description[language]
      .split(/\n\s*\n/)
      .map((paragraph) => paragraph.trim())
      .filter((paragraph) => paragraph !== '' && paragraph !== definition.summary[language]),
    facts: [
      [say('leadTime'), say('leadTimeDays', { count: definition.leadTimeDays })],
      [say('commitment'), commitmentIn(say, language, definition)],
      [say('notice'), durationIn(language, definition.notice.count, definition.notice.unit)],
      ...(definition.tacitRenewal ? ([[say('renewal'), say('tacitRenewal')]] as const) : []),
      [say('sites'), say(definition.sites === 'several' ? 'severalSites' : 'oneSite')],
    ],
    choices: definition.characteristics.map((one) => ({
      label: one.label[language],
      possible: possibleIn(say, language, one),
      optional: !one.required && one.type !== 'boolean',
    })),
    delivered: definition.services.map(({ name, per }) => [
      name[language],
      per === 'contract'
        ? say('perContract')
        : per === 'site'
          ? say('perSite')
          : say('perChoice', { choice: asked.get(per.characteristic)?.[language] ?? '' }),
    ]),
    steps: definition.steps.map(({ label, actor, days }) => ({
      label: label[language],
      actor: say(actors[actor]),
      when: days === 0 ? say('sameDay') : say('afterPrevious', { days: durationIn(language, days, 'day') }),
    })),
    notes: [...(definition.freeIncomingPerUnit ? [say('freeIncoming')] : []), say('pricesElsewhere')],
    legalLine,
  }
}
