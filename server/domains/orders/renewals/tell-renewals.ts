import { type SqlBool, sql } from 'kysely'
import * as z from 'zod/mini'
import { renewalNoticeWindow } from '#api/catalog/rules/commitment/notice'
import { pagePath } from '#api/pages'
import { addMonths, compareDates } from '#api/rules/civil-date'
import { dayOf } from '../../../platform/clock.ts'
import { db, raw, type Transaction } from '../../../platform/db/query.ts'
import { defineJob, type Job } from '../../../platform/jobs/define-job.ts'
import { oneByOne } from '../../../platform/jobs/one-by-one.ts'
import { type PeriodicJob, periodicPayload } from '../../../platform/jobs/periodic.ts'
import { defineNews, type FoundReader, readersBy } from '../../../platform/mail/define-news.ts'
import { recordActivityOf } from '../../activity/record-activity.ts'
import { publishEvent } from '../../notifications/delivery/publish-event.ts'
import { lockSubscription, type SubscriptionRow } from '../../subscriptions/lock-subscription.ts'
import { renewalComes, renewalMail } from './renewal-news.ts'

/** Tells companies of every size of the contracts that will renew themselves (code de la consommation, L224-40). */
const tellRenewalsJob = defineJob('orders.tell_renewals', periodicPayload)

/** Every day; what one day missed, another one within the two months tells. */
export const renewalPeriodicJobs: readonly PeriodicJob[] = [{ identifier: tellRenewalsJob.identifier, schedule: { daily: '06:30' } }]

type InTransaction = <T>(work: (tx: Transaction) => Promise<T>) => Promise<T>

/** When the last commitment of a contract ends. */
const lastEnd = (subscriptionId: string) =>
  db.selectFrom('commitments').where('subscription_id', '=', subscriptionId).select(sql<string | null>`max(ends_on)`.as('ends_on'))

/** Contracts with a commitment that ends around then; each is judged again once it is locked. */
const candidates = (today: string) =>
  db
    .selectFrom('commitments as m')
    .innerJoin('subscriptions as s', 's.id', 'm.subscription_id')
    .where('m.ends_on', '>=', today)
    // A month end may lie a few days beyond three months.
    .where('m.ends_on', '<=', addMonths(today, 4))
    .where('s.state', '=', 'active')
    .where('s.tacit_renewal', '=', true)
    .where(sql<SqlBool>`s.renewal_told_for is distinct from m.ends_on`)
    .select(['s.id', 's.reference'])
    .distinct()

const subject = z.object({ subscriptionId: z.uuid(), endsOn: z.string() })

/** Told to the administrators of who pays: an operator's client neither pays nor terminates. */
export const renewalTold = defineNews({
  code: 'renewal.told',
  subject,
  readers: [
    readersBy('administrator', ({ subscriptionId }) =>
      raw<FoundReader>(sql`
        select k.email, u.id as user_id, u.login, u.language, case when s.payer_id = s.company_id then 'client' else 'operator' end as universe
        from subscriptions s join users u on u.company_id = s.payer_id and u.is_administrator and u.state = 'active' join contacts k on k.id = u.contact_id
        where s.id = ${subscriptionId} order by u.login`),
    ),
  ],
  facts: async (tx, { subscriptionId, endsOn }) => {
    const contract = await tx.first(
      db.selectFrom('subscriptions').where('id', '=', subscriptionId).select(['reference', 'name', 'company_id', 'company_name']),
    )
    return contract ? { ...contract, companyId: contract.company_id, endsOn } : null
  },
  mail: renewalMail,
  parameters: ({ reference, name, company_name: company, endsOn }, { universe }, appUrl) => ({
    contract: reference,
    offer: name,
    company,
    endsOn,
    url: `${appUrl}${pagePath('termination', { universe: universe ?? 'client', subscription: reference })}`,
  }),
})

const tell = async (tx: Transaction, contract: SubscriptionRow, endsOn: string): Promise<void> => {
  const universe = contract.payer_id === contract.company_id ? 'client' : 'operator'
  await publishEvent(tx, renewalComes, {
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: contract.reference,
    // An operator's client neither pays nor terminates.
    universes: [universe],
    mails: renewalTold.about({ subscriptionId: contract.id, endsOn }),
    parameters: { offer: contract.name, company: contract.company_name, endsOn },
  })
  await recordActivityOf(
    tx,
    { userId: null, name: 'Portail', companyId: null, companyName: null, universe: null, ip: null, requestId: null },
    {
      companyId: contract.company_id,
      siteId: contract.site_id,
      action: 'subscription.renewal_told',
      objectKind: 'subscription',
      objectReference: contract.reference,
      objectLabel: contract.name,
      after: { endsOn },
    },
  )
}

/** One contract, once per end of its commitments, between three months and one month before. */
const tellRenewal = async (tx: Transaction, subscriptionId: string): Promise<void> => {
  const contract = await lockSubscription(tx, subscriptionId)
  const endsOn = (await tx.first(lastEnd(subscriptionId)))?.ends_on ?? null
  const today = dayOf(tx.now).toString()
  if (contract.state !== 'active' || endsOn === null || contract.renewal_told_for === endsOn) return
  const { from, until } = renewalNoticeWindow(endsOn)
  if (compareDates(today, from) < 0 || compareDates(today, until) > 0) return
  await tx.run(db.updateTable('subscriptions').set({ renewal_told_for: endsOn }).where('id', '=', contract.id))
  await tell(tx, contract, endsOn)
}

/** Tells what is due, one contract per transaction; safe to run twice and by several workers; one that fails silences no other. */
export const tellRenewals = async (tools: { readonly inTransaction: InTransaction }, signal?: AbortSignal): Promise<void> => {
  const due = await tools.inTransaction((tx) => tx.all(candidates(dayOf(tx.now).toString())))
  await oneByOne(
    due,
    ({ reference }) => reference,
    ({ id }) => tools.inTransaction((tx) => tellRenewal(tx, id)),
    signal,
  )
}

export const renewalJobs = (tools: { readonly inTransaction: InTransaction }): Job[] => [
  tellRenewalsJob.handledBy((_, { signal }) => tellRenewals(tools, signal)),
]
