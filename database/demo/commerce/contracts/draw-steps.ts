import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { addDays, compareDates } from '#api/rules/civil-date'
import { isWorkingDay, nextWorkingDay } from '#api/rules/working-day'
import type { Chance } from '../../chance.ts'
import type { Person } from './customers.ts'
import type { DemoStep } from './demo-contract.ts'

const causes: readonly (readonly [by: 'client' | 'partner' | 'infrastructure' | 'carrier', cause: string])[] = [
  ['client', "Le contact sur site n'est pas joignable : merci de nous indiquer une autre personne."],
  ['client', 'Le RIO transmis est refusé par votre opérateur actuel.'],
  ['infrastructure', "Fourreau bouché rue de l'entrée : génie civil à prévoir."],
  ['infrastructure', 'Rendez-vous du technicien reporté, nouvelle date attendue.'],
  ['partner', "Le plan d'adressage du routeur reste à fournir."],
  ['carrier', 'Matériel en rupture : réapprovisionnement en cours.'],
]

const blank = { doneOn: null, doneBy: null, blockedBy: null, blockedCause: null, blockedOn: null }

/** What is already late was planned on a working day too, and stays late. */
const lastWorkingDay = (day: string): string => (isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1)))

export const doneSteps = ({ steps }: OfferDefinition, from: string, to: string, pilot: Person | null): DemoStep[] => {
  let day = from
  return steps.map(({ label, actor, days }) => {
    day = addDays(day, days)
    const plannedOn = nextWorkingDay(day)
    const on = compareDates(plannedOn, to) > 0 ? to : plannedOn
    return { ...blank, label, actor, state: 'done', plannedOn, doneOn: on, doneBy: pilot?.name ?? 'Exploitant' }
  })
}

export const waitingSteps = ({ steps }: OfferDefinition, from: string, today: string): DemoStep[] => {
  let day = compareDates(from, addDays(today, -3)) < 0 ? addDays(today, -3) : from
  return steps.map(({ label, actor, days }) => {
    day = addDays(day, Math.max(days, 4))
    return { ...blank, label, actor, state: 'to_do', plannedOn: nextWorkingDay(day) }
  })
}

/** A delivery under way: what should be done is, one in five is late, one in eight blocked with its cause. */
export const runningSteps = ({ steps }: OfferDefinition, from: string, today: string, pilot: Person | null, chance: Chance): DemoStep[] => {
  let day = from
  const planned = steps.map(({ days }) => {
    day = addDays(day, days)
    return nextWorkingDay(day)
  })
  const due = planned.filter((plannedOn) => compareDates(plannedOn, today) < 0).length
  const done = Math.min(due, steps.length - 1)
  const late = chance.happens(0.2)
  const blocked = chance.happens(0.13)
  let next = addDays(today, 1)
  return steps.map(({ label, actor }, index) => {
    const plannedOn = planned[index] ?? today
    if (index < done) return { ...blank, label, actor, state: 'done', plannedOn, doneOn: plannedOn, doneBy: pilot?.name ?? 'Exploitant' }
    if (compareDates(plannedOn, next) > 0) next = plannedOn
    const shown = index === done && late ? lastWorkingDay(addDays(today, -chance.between(1, 9))) : nextWorkingDay(next)
    next = addDays(next, chance.between(2, 6))
    if (index > done) return { ...blank, label, actor, state: 'to_do', plannedOn: shown }
    if (!blocked) return { ...blank, label, actor, state: chance.happens(0.6) ? 'in_progress' : 'to_do', plannedOn: shown }
    const [by, cause] = chance.pick(causes)
    return {
      ...blank,
      label,
      actor,
      state: 'blocked',
      plannedOn: shown,
      blockedBy: by,
      blockedCause: cause,
      blockedOn: addDays(today, -chance.between(1, 6)),
    }
  })
}
