import type { StepActor } from '#api/catalog/rules/offer-definition'
import type { Universe } from '#api/universes'
import * as m from '#messages/orders'
import { actorLabel, isOwnTurn } from '../../../subscriptions/order-labels.ts'
import { bareName, isOfCarrier, personName } from '../../person-name.ts'

/** Whose turn it is, in the reader's words: « vous », « nos équipes », « Opérateur d'infrastructure ». Its own people speak of the carrier by its role. */
export const sideWords = (actor: StepActor, universe: Universe): string => {
  if (universe === 'carrier') return actorLabel(actor)
  if (isOwnTurn(actor, universe)) return m.orders_actor_you()
  return actor === 'carrier' ? m.orders_our_team() : actorLabel(actor)
}

/** Who did a step: « Céline B., de nos équipes » for a customer. */
export const doneByWords = (name: string, universe: Universe): string =>
  universe !== 'carrier' && isOfCarrier(name) ? m.orders_our_team_of({ name: bareName(name) }) : personName(name)
