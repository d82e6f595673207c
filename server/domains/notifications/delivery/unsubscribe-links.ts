import * as z from 'zod/mini'
import { notificationCategorySchema } from '#contract/notification-categories'
import { Problem } from '../../../platform/problem.ts'
import { type SecretBox, SecretUnreadable } from '../../../platform/secrets/secret-box.ts'

/** What a link takes away: the mails of a category of a company to an address. */
const takenSchema = z.object({ companyId: z.string(), address: z.string(), category: notificationCategorySchema })
export type Taken = z.infer<typeof takenSchema>

const undoSchema = z.object({ unsubscriptionId: z.string() })

const context = { take: 'notifications.unsubscribe', undo: 'notifications.undo' } as const

const open = <S extends z.core.$ZodType>(secrets: SecretBox, token: string, what: string, schema: S): z.core.output<S> => {
  try {
    return z.parse(schema, JSON.parse(secrets.open(Buffer.from(token, 'base64url'), what)))
  } catch (error) {
    if (error instanceof SecretUnreadable || error instanceof z.core.$ZodError) throw new Problem('link_expired')
    throw error
  }
}

/** Tokens of the links in mails: sealed, so that nobody makes one, and opening nothing else. They live as long as the keys of SECRET_KEY. */
export const unsubscribeLinks = (secrets: SecretBox, appUrl: string) => {
  const seal = (payload: object, what: string) => secrets.seal(JSON.stringify(payload), what).toString('base64url')
  return {
    /** For List-Unsubscribe: a mail program posts to it. */
    oneClick: (taken: Taken): string => `${appUrl}/api/unsubscribe?token=${seal(taken, context.take)}`,
    /** For people: a page that asks first. */
    page: (token: string): string => `${appUrl}/desabonnement?jeton=${token}`,
    pageOf: (taken: Taken): string => `${appUrl}/desabonnement?jeton=${seal(taken, context.take)}`,
    undoPage: (unsubscriptionId: string): string => `${appUrl}/desabonnement?annuler=${seal({ unsubscriptionId }, context.undo)}`,
    openTaken: (token: string): Taken => open(secrets, token, context.take, takenSchema),
    openUndo: (token: string): string => open(secrets, token, context.undo, undoSchema).unsubscriptionId,
  }
}
export type UnsubscribeLinks = ReturnType<typeof unsubscribeLinks>
