import type { StepActor } from '#api/catalog/rules/offer-definition'
import { orderStateWords, stepActorWords, stepStateWords } from '#api/rules/order-words'
import type { DocumentKind, ItemAction, OrderKind, OrderState, StepState } from '#api/subscriptions/rules/operations'
import { documentKindWords, itemActionWords, orderKindWords } from '#api/subscriptions/words'
import type { Universe } from '#api/universes'
import { words } from '../../platform/words.ts'

/** « Commande en cours de livraison ». */
export const orderStateLabel = (state: OrderState): string => words(orderStateWords[state])
/** « Création ». */
export const orderKindLabel = (kind: OrderKind): string => words(orderKindWords[kind])
export const itemActionLabel = (action: ItemAction): string => words(itemActionWords[action])
export const documentKindLabel = (kind: DocumentKind): string => words(documentKindWords[kind])

export const stepStateLabel = (state: StepState): string => words(stepStateWords[state])

/** Who must act, whoever reads: « Client ». */
export const actorLabel = (actor: StepActor): string => words(stepActorWords[actor])

/** The step waits for the reader's own side. */
export const isOwnTurn = (actor: StepActor, universe: Universe): boolean =>
  actor === universe || (actor === 'partner' && (universe === 'ambassador' || universe === 'operator'))
