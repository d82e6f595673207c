import * as z from 'zod/mini'
import { notificationCategorySchema } from '#api/notifications/notification-categories'
import { publicPages } from '#api/pages'
import { Problem } from '../../../platform/problem.ts'
import { type SecretBox, SecretUnreadable } from '../../../platform/secrets/secret-box.ts'

/** The mails of a category of a company to an address. */
const takenSchema = z.object({ companyId: z.string(), address: z.string(), category: notificationCategorySchema })
export type Taken = z.infer<typeof takenSchema>

/** What a link takes away: one category, or those that a summary told about. */
const linkSchema = z.union([
  takenSchema,
  z.object({ companyId: z.string(), address: z.string(), categories: z.array(notificationCategorySchema).check(z.minLength(1)) }),
])
type Link = z.infer<typeof linkSchema>

const undoSchema = z.union([
  z.object({ unsubscriptionId: z.string() }),
  z.object({ unsubscriptionIds: z.array(z.string()).check(z.minLength(1)) }),
])

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
  const openUndo = (token: string): string[] => {
    const undo = open(secrets, token, context.undo, undoSchema)
    return 'unsubscriptionId' in undo ? [undo.unsubscriptionId] : undo.unsubscriptionIds
  }
  const seal = (payload: object, what: string) => secrets.seal(JSON.stringify(payload), what).toString('base64url')
  return {
    /** For List-Unsubscribe: a mail program posts to it. */
    oneClick: (taken: Link): string => `${appUrl}/api/unsubscribe?token=${seal(taken, context.take)}`,
    /** For people: a page that asks first. */
    page: (token: string): string => `${appUrl}${publicPages.unsubscribe}?jeton=${token}`,
    pageOf: (taken: Link): string => `${appUrl}${publicPages.unsubscribe}?jeton=${seal(taken, context.take)}`,
    undoPage: (unsubscriptionIds: readonly string[]): string =>
      `${appUrl}${publicPages.unsubscribe}?annuler=${seal({ unsubscriptionIds }, context.undo)}`,
    openTaken: (token: string): Taken[] => {
      const link = open(secrets, token, context.take, linkSchema)
      if ('category' in link) return [link]
      return link.categories.map((category) => ({ companyId: link.companyId, address: link.address, category }))
    },
    openUndo,
    /** Null when the token is not one that brings back. */
    undoOf: (token: string): string[] | null => {
      try {
        return openUndo(token)
      } catch (error) {
        if (error instanceof Problem) return null
        throw error
      }
    },
  }
}
export type UnsubscribeLinks = ReturnType<typeof unsubscribeLinks>
