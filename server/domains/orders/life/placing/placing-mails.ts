import * as z from 'zod/mini'
import { defineMail, type MailContent } from '../../../../platform/mail/define-mail.ts'

const listed = z.array(z.object({ reference: z.string(), contract: z.string(), offer: z.string(), site: z.string() }))

type Listed = z.infer<typeof listed>
const facts = (orders: Listed): (readonly [string, string])[] =>
  orders.map(({ reference, offer, site }) => [reference, `${offer}, ${site}`] as const)

/** « Commandes COM00025, COM00026 enregistrées ». */
const named = (orders: Listed, one: string, several: string, end: string, endOfSeveral = end): string =>
  `${orders.length > 1 ? several : one} ${orders.map(({ reference }) => reference).join(', ')}${orders.length > 1 ? endOfSeveral : end}`

const confirmation = z.object({
  /** The contact on site reads neither amounts nor the portal. */
  reader: z.enum(['orderer', 'onsite']),
  company: z.string(),
  by: z.string(),
  orders: listed,
  oneOff: z.nullable(z.string()),
  monthly: z.nullable(z.string()),
  termsVersion: z.nullable(z.string()),
  url: z.nullable(z.string()),
})
type Confirmation = z.infer<typeof confirmation>

const confirmFrench = (p: Confirmation): MailContent => ({
  subject: named(p.orders, 'Commande', 'Commandes', ' enregistrée', ' enregistrées'),
  title: p.orders.length > 1 ? 'Vos commandes sont enregistrées' : 'Votre commande est enregistrée',
  paragraphs:
    p.reader === 'onsite'
      ? [
          `${p.company} a passé commande et vous a désigné comme contact sur site. Nos équipes vous contacteront pour convenir des rendez-vous nécessaires.`,
        ]
      : [
          `${p.orders.length > 1 ? 'Commandes passées' : 'Commande passée'} pour ${p.company} par ${p.by}.`,
          `Nos équipes ${p.orders.length > 1 ? 'les' : 'la'} prennent en charge. Vous suivez chaque étape de la livraison dans votre espace.`,
        ],
  facts: [
    ...facts(p.orders),
    ...(p.oneOff === null ? [] : [['Frais d’accès HT', p.oneOff] as const]),
    ...(p.monthly === null ? [] : [['Abonnement mensuel HT', p.monthly] as const]),
    ...(p.termsVersion === null ? [] : [['Conditions générales de vente', p.termsVersion] as const]),
  ],
  ...(p.url ? { button: { label: p.orders.length > 1 ? 'Suivre les commandes' : 'Suivre la commande', url: p.url } } : {}),
})

const confirmEnglish = (p: Confirmation): MailContent => ({
  subject: named(p.orders, 'Order', 'Orders', ' received'),
  title: p.orders.length > 1 ? 'Your orders are received' : 'Your order is received',
  paragraphs:
    p.reader === 'onsite'
      ? [`${p.company} placed an order and named you as the contact on site. Our teams will call you to agree on the appointments needed.`]
      : [
          `${p.orders.length > 1 ? 'Orders' : 'Order'} placed for ${p.company} by ${p.by}.`,
          `Our teams take ${p.orders.length > 1 ? 'them' : 'it'} over. You follow each step of the delivery in your space.`,
        ],
  facts: [
    ...facts(p.orders),
    ...(p.oneOff === null ? [] : [['One-off fees without VAT', p.oneOff] as const]),
    ...(p.monthly === null ? [] : [['Monthly fee without VAT', p.monthly] as const]),
    ...(p.termsVersion === null ? [] : [['Terms of sale', p.termsVersion] as const]),
  ],
  ...(p.url ? { button: { label: p.orders.length > 1 ? 'Follow the orders' : 'Follow the order', url: p.url } } : {}),
})

/** Goes to who ordered and to the contact on site, whatever they subscribed to. */
export const orderPlacedMail = defineMail('order-placed', confirmation, { fr: confirmFrench, en: confirmEnglish })

/** The link to an order that somebody else entered. */
export const orderToValidateMail = defineMail(
  'order-to-validate',
  z.object({ company: z.string(), by: z.string(), orders: listed, oneOff: z.string(), monthly: z.string(), url: z.string() }),
  {
    fr: (p) => ({
      subject: named(p.orders, 'Commande', 'Commandes', ' à valider'),
      title: p.orders.length > 1 ? 'Des commandes attendent votre validation' : 'Une commande attend votre validation',
      paragraphs: [
        `${p.by} a saisi ${p.orders.length > 1 ? 'ces commandes' : 'cette commande'} pour ${p.company}.`,
        p.orders.length > 1
          ? 'Rien n’est engagé tant que vous ne les avez pas validées. Ouvrez-les pour en vérifier le détail, puis validez-les ou refusez-les.'
          : 'Rien n’est engagé tant que vous ne l’avez pas validée. Ouvrez-la pour en vérifier le détail, puis validez-la ou refusez-la.',
      ],
      facts: [...facts(p.orders), ['Frais d’accès HT', p.oneOff], ['Abonnement mensuel HT', p.monthly]],
      button: { label: p.orders.length > 1 ? 'Ouvrir les commandes' : 'Ouvrir la commande', url: p.url },
    }),
    en: (p) => ({
      subject: named(p.orders, 'Order', 'Orders', ' to validate'),
      title: p.orders.length > 1 ? 'Orders wait for your validation' : 'An order waits for your validation',
      paragraphs: [
        `${p.by} entered ${p.orders.length > 1 ? 'these orders' : 'this order'} for ${p.company}.`,
        p.orders.length > 1
          ? 'Nothing is committed until you validate them. Open them to check their details, then validate or refuse each.'
          : 'Nothing is committed until you validate it. Open it to check its details, then validate or refuse it.',
      ],
      facts: [...facts(p.orders), ['One-off fees without VAT', p.oneOff], ['Monthly fee without VAT', p.monthly]],
      button: { label: p.orders.length > 1 ? 'Open the orders' : 'Open the order', url: p.url },
    }),
  },
)
