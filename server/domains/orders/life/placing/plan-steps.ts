import type { OfferDefinition } from '#api/catalog/rules/offer-definition'
import { departmentOf } from '#api/companies/rules/site/cedex'
import { addDays, compareDates } from '#api/rules/civil-date'
import { nextWorkingDay } from '#api/rules/working-day'
import { db, type Transaction } from '../../../../platform/db/query.ts'
import { newId } from '../../../../platform/ids.ts'
import type { LockedOrder } from '../lock-order.ts'

/**
 * Days of the steps of a template, one after the other from the day the order is submitted; later when the client wishes it later. A day that
 * is not worked gives way to the next one that is, by itself: the steps after it keep theirs, and the end what was announced or wished.
 * @param departments of the sites: their own holidays are not worked either.
 */
export const plannedDays = (
  definition: Pick<OfferDefinition, 'steps'>,
  submittedOn: string,
  wishedOn: string | null,
  departments: readonly string[] = [],
): string[] => {
  const total = definition.steps.reduce((days, step) => days + step.days, 0)
  const latestStart = wishedOn === null ? submittedOn : addDays(wishedOn, -total)
  let day = compareDates(latestStart, submittedOn) > 0 ? latestStart : submittedOn
  return definition.steps.map((step) => {
    day = addDays(day, step.days)
    return nextWorkingDay(day, departments)
  })
}

/** Writes the steps of an order's delivery, once it is submitted. */
export const writeSteps = async (
  tx: Transaction,
  order: Pick<LockedOrder, 'id' | 'company_id' | 'site_ids' | 'wished_on'>,
  definition: OfferDefinition,
  today: string,
): Promise<void> => {
  if (definition.steps.length === 0) return
  const sites = await tx.all(
    db
      .selectFrom('sites')
      .where('id', 'in', [...order.site_ids])
      .select(['country', 'commune_code as communeCode', 'postcode']),
  )
  const departments = sites.flatMap((site) => departmentOf(site) ?? [])
  const days = plannedDays(definition, today, order.wished_on, departments)
  await tx.run(
    db.insertInto('order_steps').values(
      definition.steps.map(({ label, actor }, index) => ({
        id: newId(),
        order_id: order.id,
        company_id: order.company_id,
        site_ids: order.site_ids,
        position: index + 1,
        label: label.fr,
        label_en: label.en,
        actor,
        planned_on: days[index] ?? null,
      })),
    ),
  )
}
