import { addDays } from '#api/rules/civil-date'
import { dayOf } from '../../../../server/platform/clock.ts'
import { demoId } from '../../identifiers.ts'
import type { Step } from '../../parts.ts'
import { demoOfferId, demoOffers, versionKind } from './load-catalogue.ts'

const code = 'BACKUP'

/**
 * From today on, backups are renewed tacitly; contracts that run keep the terms of the first version. Left alone when somebody changed the offer
 * meanwhile.
 */
export const renewBackups: Step = async (client, { now }) => {
  const today = dayOf(now).toString()
  const id = demoId(versionKind, (demoOffers.findIndex((offer) => offer.code === code) + 1) * 16 + 2)
  const ended = await client.query(
    `update offer_versions v set valid_until = $2
     where v.offer_id = $1 and v.number = 1 and v.state = 'published' and v.valid_until is null and v.valid_from < $3
       and (select count(*) from offer_versions o where o.offer_id = v.offer_id) = 1`,
    [demoOfferId(code), addDays(today, -1), today],
  )
  if (ended.rowCount === 0) return
  await client.query(
    `insert into offer_versions (id, offer_id, number, state, valid_from, definition, created_at)
     select $2, v.offer_id, 2, 'published', $3, jsonb_set(v.definition, '{tacitRenewal}', 'true'), $4
     from offer_versions v where v.offer_id = $1 and v.number = 1`,
    [demoOfferId(code), id, today, now],
  )
  await client.query(
    `insert into offer_prices (version_id, price_list, item, one_off_cents, monthly_cents, steps)
     select $2, p.price_list, p.item, p.one_off_cents, p.monthly_cents, p.steps
     from offer_prices p join offer_versions v on v.id = p.version_id where v.offer_id = $1 and v.number = 1`,
    [demoOfferId(code), id],
  )
}
