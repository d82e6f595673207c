import { sql } from 'kysely'
import * as z from 'zod/mini'
import { pagePath } from '#api/pages'
import { raw } from '../../../platform/db/query.ts'
import { dayInWords } from '../../../platform/mail/days-in-words.ts'
import { defineMail } from '../../../platform/mail/define-mail.ts'
import { defineNews } from '../../../platform/mail/define-news.ts'
import { administratorsOfClient, administratorsOfPayer, type OrdersOf, orderer } from '../news/order-people.ts'

const terminationNews = ['requested', 'withdrawn', 'effective'] as const

const schema = z.object({
  news: z.enum(terminationNews),
  contract: z.string(),
  order: z.string(),
  offer: z.string(),
  company: z.string(),
  by: z.string(),
  effectiveOn: z.string(),
  billedUntil: z.string(),
  /** A port-out is not withdrawn. */
  mayWithdraw: z.boolean(),
  url: z.string(),
})
type Parameters = z.infer<typeof schema>

const french = (p: Parameters) => ({
  requested: {
    title: 'La résiliation d’un contrat est demandée',
    paragraphs: [
      'Le contrat et ses services prendront fin à la date indiquée. Tout mois commencé est dû ; le détail des coûts est sur la page du contrat.',
      ...(p.mayWithdraw
        ? ['Jusqu’à cette date, la résiliation peut être annulée depuis le contrat. Si vous ne l’attendiez pas, vérifiez-la sans attendre.']
        : []),
    ],
  },
  withdrawn: {
    title: 'La résiliation d’un contrat est annulée',
    paragraphs: ['Le contrat et ses services continuent aux mêmes conditions.'],
  },
  effective: {
    title: 'Un contrat est résilié',
    paragraphs: ['Ses services sont fermés. Une dernière facture pourra porter sur les consommations et les coûts de résiliation.'],
  },
})

const english = (p: Parameters) => ({
  requested: {
    title: 'The termination of a contract is requested',
    paragraphs: [
      'The contract and its services will end on the day below. Every started month is due; the costs are on the contract’s page.',
      ...(p.mayWithdraw
        ? ['Until that day the termination may be withdrawn from the contract. If you did not expect it, check it right away.']
        : []),
    ],
  },
  withdrawn: {
    title: 'The termination of a contract is withdrawn',
    paragraphs: ['The contract and its services go on under the same terms.'],
  },
  effective: {
    title: 'A contract is terminated',
    paragraphs: ['Its services are closed. A last invoice may follow for usage and the costs of the termination.'],
  },
})

const terminationMail = defineMail('termination', schema, {
  fr: (p) => ({
    subject: `${p.contract} : ${french(p)[p.news].title.toLowerCase()}`,
    ...french(p)[p.news],
    facts: [
      ['Contrat', p.contract],
      ['Offre', p.offer],
      ['Société', p.company],
      ['Commande', p.order],
      ['Demandée par', p.by],
      ...(p.news === 'withdrawn'
        ? []
        : ([
            ['Date d’effet', dayInWords(p.effectiveOn, 'fr')],
            ['Facturé jusqu’au', dayInWords(p.billedUntil, 'fr')],
          ] as const)),
    ],
    button: { label: 'Voir le contrat', url: p.url },
  }),
  en: (p) => ({
    subject: `${p.contract}: ${english(p)[p.news].title.toLowerCase()}`,
    ...english(p)[p.news],
    facts: [
      ['Contract', p.contract],
      ['Offer', p.offer],
      ['Company', p.company],
      ['Order', p.order],
      ['Requested by', p.by],
      ...(p.news === 'withdrawn'
        ? []
        : ([
            ['Effective on', dayInWords(p.effectiveOn, 'en')],
            ['Billed until', dayInWords(p.billedUntil, 'en')],
          ] as const)),
    ],
    button: { label: 'See the contract', url: p.url },
  }),
})

interface Facts {
  readonly contract: string
  readonly order: string
  readonly offer: string
  readonly company: string
  readonly company_id: string
  readonly by: string
  readonly effective_on: string
  readonly billed_until: string
  readonly origin: string
}

const facts = (terminationId: string) =>
  raw<Facts>(sql`
    select s.reference as contract, o.reference as "order", s.name as offer, s.company_name as company, s.company_id, t.requested_by_name as by,
      t.effective_on, t.billed_until, t.origin
    from terminations t join orders o on o.id = t.order_id join subscriptions s on s.id = t.subscription_id where t.id = ${terminationId}`)

const subject = z.object({ terminationId: z.uuid(), news: z.enum(terminationNews) })
type Subject = z.infer<typeof subject>
const itsOrder: OrdersOf<Subject> = ({ terminationId }) => sql`o.id = (select t.order_id from terminations t where t.id = ${terminationId})`

/** Told to whoever asked (the carrier's own people are not written to), and to the administrators of the client and of who pays. */
export const terminationTold = defineNews({
  code: 'termination.told',
  subject,
  readers: [orderer(itsOrder), administratorsOfClient(itsOrder), administratorsOfPayer(itsOrder)],
  facts: async (tx, { terminationId, news }) => {
    const about = await tx.first(facts(terminationId))
    return about ? { ...about, companyId: about.company_id, news } : null
  },
  mail: terminationMail,
  parameters: (about, { universe }, appUrl) => ({
    news: about.news,
    contract: about.contract,
    order: about.order,
    offer: about.offer,
    company: about.company,
    by: about.by,
    effectiveOn: about.effective_on,
    billedUntil: about.billed_until,
    mayWithdraw: about.origin !== 'port_out',
    url: `${appUrl}${pagePath('subscription', { universe: universe ?? 'client', subscription: about.contract })}`,
  }),
})
