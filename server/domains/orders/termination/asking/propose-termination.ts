import { sql } from 'kysely'
import * as z from 'zod/mini'
import type { Termination } from '#api/orders/termination/terminations'
import { pagePath } from '#api/pages'
import type { ScopedTransaction } from '../../../../platform/context.ts'
import { db } from '../../../../platform/db/query.ts'
import { newId } from '../../../../platform/ids.ts'
import { defineMail } from '../../../../platform/mail/define-mail.ts'
import { defineNews } from '../../../../platform/mail/define-news.ts'
import { actorNameFor, recordActivity } from '../../../activity/record-activity.ts'
import { publishEvent } from '../../../notifications/delivery/publish-event.ts'
import { recordLastOrder } from '../../../subscriptions/record-last-order.ts'
import { announceOrder } from '../../life/move-order.ts'
import { deciders, type OrdersOf } from '../../news/order-people.ts'
import type { ComputedTermination } from '../compute-termination.ts'
import { presentTermination } from '../termination.presenter.ts'
import { terminationAwaitsValidation } from '../termination-events.ts'
import type { TerminationFacts } from '../termination-facts.ts'
import { type TerminationOrder, writeTerminationOrder } from './write-termination.ts'

const asked = z.object({ contract: z.string(), order: z.string(), offer: z.string(), company: z.string(), by: z.string(), url: z.string() })

/** The link to a termination that an ambassador entered. */
const terminationToValidateMail = defineMail('termination-to-validate', asked, {
  fr: (p) => ({
    subject: `Résiliation de ${p.contract} à valider`,
    title: 'Une résiliation attend votre validation',
    paragraphs: [
      `${p.by} a saisi la résiliation de ce contrat pour ${p.company}.`,
      'Le contrat continue tant que vous ne l’avez pas validée. Le préavis commence le jour de votre validation ; la date de fin et les coûts vous sont présentés avant de confirmer.',
    ],
    facts: [
      ['Contrat', p.contract],
      ['Offre', p.offer],
      ['Société', p.company],
      ['Commande', p.order],
    ],
    button: { label: 'Ouvrir la demande', url: p.url },
  }),
  en: (p) => ({
    subject: `Termination of ${p.contract} to validate`,
    title: 'A termination waits for your validation',
    paragraphs: [
      `${p.by} entered the termination of this contract for ${p.company}.`,
      'The contract goes on until you validate it. The notice starts on the day you do; the last day and the costs are shown before you confirm.',
    ],
    facts: [
      ['Contract', p.contract],
      ['Offer', p.offer],
      ['Company', p.company],
      ['Order', p.order],
    ],
    button: { label: 'Open the request', url: p.url },
  }),
})

const subject = z.object({ orderId: z.uuid(), by: z.string() })
type Subject = z.infer<typeof subject>
const itself: OrdersOf<Subject> = ({ orderId }) => sql`o.id = ${orderId}`

/** Told to who may decide on it. */
export const terminationAsked = defineNews({
  code: 'termination.asked',
  subject,
  readers: [deciders(itself, 'orders.terminate')],
  facts: async (tx, { orderId, by }) => {
    const order = await tx.first(
      db
        .selectFrom('orders as o')
        .innerJoin('subscriptions as s', 's.id', 'o.subscription_id')
        .where('o.id', '=', orderId)
        .select(['o.reference as order', 's.reference as contract', 's.name as offer', 's.company_name as company', 's.company_id']),
    )
    return order ? { ...order, companyId: order.company_id, by } : null
  },
  mail: terminationToValidateMail,
  parameters: ({ contract, order, offer, company, by }, _reader, appUrl) => ({
    contract,
    order,
    offer,
    company,
    by,
    url: `${appUrl}${pagePath('order', { universe: 'client', order })}`,
  }),
})

const askClient = async (tx: ScopedTransaction, { contract }: TerminationFacts, order: TerminationOrder) => {
  const by = `${actorNameFor(tx.scope, contract.company_id)}, ${tx.scope.companyName}`
  const site =
    contract.site_ids.length === 1 ? await tx.first(db.selectFrom('sites').where('id', '=', contract.site_id).select('name')) : undefined
  await publishEvent(tx, terminationAwaitsValidation, {
    companyId: contract.company_id,
    siteId: contract.site_ids.length === 1 ? contract.site_id : null,
    objectReference: order.reference,
    universes: ['client'],
    mails: terminationAsked.about({ orderId: order.id, by }),
    parameters: { offer: contract.name, company: contract.company_name, site: site?.name ?? null, by },
  })
}

/** An ambassador asks for its client: nothing of the contract changes until the client validates, and the notice starts only then. */
export const proposeTermination = async (
  tx: ScopedTransaction,
  known: TerminationFacts,
  computed: ComputedTermination,
  reason: string | null,
): Promise<Termination> => {
  const { contract } = known
  const order = await writeTerminationOrder(tx, known, computed.wishedOn, 'awaiting_client')
  const by = actorNameFor(tx.scope, contract.company_id)
  // The client reads why beside the request.
  if (reason)
    await tx.run(
      db.insertInto('order_comments').values({
        id: newId(),
        order_id: order.id,
        company_id: contract.company_id,
        site_ids: contract.site_ids,
        at: tx.now,
        author_name: by,
        author_universe: tx.scope.universe,
        body: reason,
      }),
    )
  await recordLastOrder(tx, contract.id, { ...order, kind: 'termination', state: 'awaiting_client' })
  await recordActivity(tx, {
    companyId: contract.company_id,
    siteId: contract.site_id,
    action: 'subscription.termination_proposed',
    objectKind: 'subscription',
    objectReference: contract.reference,
    objectLabel: contract.name,
    after: { order: order.reference, wishedOn: computed.wishedOn },
  })
  await askClient(tx, known, order)
  await announceOrder(tx, order)
  return presentTermination(
    {
      state: 'proposed',
      origin: computed.origin,
      requested_on: computed.requestedOn,
      wished_on: computed.wishedOn,
      notice_count: computed.notice.count,
      notice_unit: computed.notice.unit,
      effective_on: computed.effectiveOn,
      billed_until: computed.cost.billedUntil,
      remaining_months: computed.cost.remainingMonths,
      reason,
      requested_at: tx.now,
      requested_by_name: by,
    },
    order.reference,
    { one_off_cents: computed.cost.oneOffCents, penalty_cents: computed.cost.penaltyCents },
  )
}
