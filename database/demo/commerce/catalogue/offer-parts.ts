import type {
  Bilingual,
  Characteristic,
  CommitmentOption,
  Condition,
  DeliveredService,
  DeliveryStep,
  OfferDefinition,
  PriceItem,
  StepActor,
} from '#api/catalog/rules/offer-definition'
import type { ServiceKind } from '#api/catalog/rules/service-kinds'

/** Pieces from which the demonstration's offers are written. */

/** The families that the portal is installed with. */
export const demoFamilies = [
  'internet_access',
  'cloud',
  'unified_communications',
  'ip_telephony',
  'standard_telephony',
  'mobile',
  'equipment',
] as const

export interface DemoOffer {
  readonly code: string
  readonly family: (typeof demoFamilies)[number]
  readonly name: Bilingual
  readonly addsTo?: readonly string[]
  readonly universes?: readonly string[]
  readonly state?: 'on_sale' | 'withdrawn'
  /** Share of the public price that operators pay, in hundredths. */
  readonly wholesale?: number
  readonly definition: OfferDefinition
  /** The public list. */
  readonly prices: readonly PriceItem[]
}

export const t = (fr: string, en: string): Bilingual => ({ fr, en })

/** Euros of a price list: one-off, monthly, then steps [from, one-off, monthly]. */
export const price = (
  item: string,
  oneOff: number,
  monthly: number,
  ...steps: readonly (readonly [number, number, number])[]
): PriceItem => ({
  item,
  oneOffCents: Math.round(oneOff * 100),
  monthlyCents: Math.round(monthly * 100),
  steps: steps.map(([from, stepOneOff, stepMonthly]) => ({
    from,
    oneOffCents: Math.round(stepOneOff * 100),
    monthlyCents: Math.round(stepMonthly * 100),
  })),
})

interface Asked {
  readonly help?: Bilingual
  readonly when?: readonly Condition[]
  readonly optional?: true
}
const base = (key: string, label: Bilingual, { help, when, optional }: Asked) => ({
  key,
  label,
  required: !optional,
  ...(help ? { help } : {}),
  ...(when ? { when } : {}),
})

export const choice = (
  key: string,
  label: Bilingual,
  options: readonly (readonly [value: string, fr: string, en: string])[],
  asked: Asked = {},
): Characteristic => ({
  ...base(key, label, asked),
  type: 'choice',
  options: options.map(([value, fr, en]) => ({ value, label: t(fr, en) })),
})

export const count = (
  key: string,
  label: Bilingual,
  minimum: number,
  maximum: number,
  asked: Asked & { readonly step?: number; readonly unit?: Bilingual } = {},
): Characteristic => ({
  ...base(key, label, asked),
  type: 'number',
  minimum,
  maximum,
  step: asked.step ?? 1,
  ...(asked.unit ? { unit: asked.unit } : {}),
})

export const yes = (key: string, label: Bilingual, asked: Asked = {}): Characteristic => ({
  ...base(key, label, { ...asked, optional: true }),
  type: 'boolean',
})

export const text = (
  key: string,
  label: Bilingual,
  maximum: number,
  asked: Asked & { readonly pattern?: string; readonly hint?: Bilingual } = {},
): Characteristic => ({
  ...base(key, label, asked),
  type: 'text',
  maximum,
  ...(asked.pattern ? { pattern: asked.pattern } : {}),
  ...(asked.hint ? { patternHint: asked.hint } : {}),
})

export const plain = (
  type: 'phone' | 'email' | 'ip' | 'date' | 'file' | 'site',
  key: string,
  label: Bilingual,
  asked: Asked = {},
): Characteristic => ({
  ...base(key, label, asked),
  type,
})

export const contract = (key: string, label: Bilingual, offers: readonly string[], asked: Asked = {}): Characteristic => ({
  ...base(key, label, asked),
  type: 'contract',
  offers,
})

export const is = (key: string, ...values: readonly string[]): readonly Condition[] => [{ key, is: 'one_of', values }]
export const filled = (key: string): readonly Condition[] => [{ key, is: 'filled' }]

const step = (fr: string, en: string, actor: StepActor, days: number): DeliveryStep => ({ label: t(fr, en), actor, days })

export const fibreSteps: readonly DeliveryStep[] = [
  step('Étude de faisabilité', 'Feasibility study', 'carrier', 5),
  step("Commande à l'opérateur d'infrastructure", 'Order to the infrastructure operator', 'carrier', 3),
  step('Visite technique du site', 'Technical visit of the site', 'infrastructure', 12),
  step("Travaux d'adduction et tirage de la fibre", 'Ducting works and fibre pulling', 'infrastructure', 18),
  step('Réception du lien et pose du routeur', 'Acceptance of the link and installation of the router', 'carrier', 5),
  step('Recette avec le client', 'Acceptance with the client', 'client', 2),
]
export const copperSteps: readonly DeliveryStep[] = [
  step('Vérification de la ligne', 'Check of the line', 'carrier', 2),
  step("Commande à l'opérateur d'infrastructure", 'Order to the infrastructure operator', 'carrier', 2),
  step('Raccordement', 'Connection', 'infrastructure', 10),
  step('Envoi et branchement du modem', 'Shipping and plugging in of the modem', 'client', 4),
]
export const voiceSteps: readonly DeliveryStep[] = [
  step('Vérification du dossier', 'Check of the file', 'carrier', 2),
  step('Portabilité ou attribution des numéros', 'Porting or allocation of the numbers', 'infrastructure', 7),
  step('Configuration de la plateforme', 'Configuration of the platform', 'carrier', 3),
  step("Appels d'essai avec le client", 'Test calls with the client', 'client', 2),
]
export const cloudSteps: readonly DeliveryStep[] = [
  step("Création de l'environnement", 'Creation of the environment', 'carrier', 2),
  step('Paramétrage', 'Configuration', 'carrier', 3),
  step('Formation et mise en service', 'Training and activation', 'partner', 3),
]
export const quickSteps: readonly DeliveryStep[] = [
  step('Vérification de la demande', 'Check of the request', 'carrier', 1),
  step('Mise en service', 'Activation', 'carrier', 2),
]
export const shippingSteps: readonly DeliveryStep[] = [
  step('Préparation', 'Preparation', 'carrier', 2),
  step('Expédition', 'Shipping', 'carrier', 3),
  step('Installation', 'Installation', 'partner', 3),
]

export const service = (
  kind: ServiceKind,
  fr: string,
  en: string,
  per: DeliveredService['per'] = 'contract',
  accountcode = true,
): DeliveredService => ({ kind, name: t(fr, en), per, accountcode })

/** Commitments as [months, discount in percent]. */
export const committed = (...options: readonly (readonly [number, number])[]): readonly CommitmentOption[] =>
  options.map(([months, percent]) => ({ months, discountBasisPoints: percent * 100 }))

type Told = Pick<OfferDefinition, 'summary' | 'description' | 'characteristics' | 'steps' | 'services'> & Partial<OfferDefinition>

/** A definition with the usual terms unless told otherwise. */
export const define = (told: Told): OfferDefinition => ({
  commitments: committed([12, 0], [24, 5], [36, 10]),
  notice: { count: 1, unit: 'month' },
  penaltyBasisPoints: 10_000,
  leadTimeDays: told.steps.reduce((days, { days: own }) => days + own, 0),
  sites: 'one',
  ...told,
})
