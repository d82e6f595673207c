import * as z from 'zod/mini'
import { type Language, say } from '#api/languages'
import { type NotificationCategory, notificationCategories } from '#api/notifications/notification-categories'
import { categoryWords } from '#api/notifications/words'
import { pagePath } from '#api/pages'
import type { Universe } from '#api/universes'

/** Where the reader stands, and on what. */
export interface EventTarget {
  readonly universe: Universe
  readonly companyReference: string
  /** Empty: an event about no object in particular. */
  readonly reference: string
}

interface Sentences<P> {
  /** What happened to which reference, nothing else: contacts without access and companies' addresses read this only. */
  readonly title: (reference: string) => string
  /** One or two sentences for whoever may see the object. */
  readonly text: (parameters: P) => string
}

/** Something that happens and that people subscribe to. Declared by the domain in which it happens, listed in server/event-kinds.ts. */
export interface EventKind<S extends z.core.$ZodType = z.core.$ZodType> {
  /** `<object>.<what happened>`. */
  readonly code: string
  readonly category: NotificationCategory
  readonly objectKind: string
  readonly schema: S
  /** Page of the object, from the root of the portal; null when it has none. */
  readonly path: ((target: EventTarget) => string) | null
  /** Codes of the events about the same object that asked for this one: it answers them. */
  readonly settles: readonly string[]
  /** Codes of the events about the same object whose mails say this too: their addresses get no other. */
  readonly mailedWith: readonly string[]
  write(language: Language, reference: string | null, parameters: unknown): { readonly title: string; readonly text: string }
}

export const defineEvent = <S extends z.core.$ZodType>(declaration: {
  readonly code: string
  readonly category: NotificationCategory
  readonly objectKind: string
  readonly schema: S
  readonly path?: (target: EventTarget) => string
  readonly settles?: readonly string[]
  readonly mailedWith?: readonly string[]
  readonly texts: Readonly<Record<Language, Sentences<z.core.output<S>>>>
}): EventKind<S> => ({
  code: declaration.code,
  category: declaration.category,
  objectKind: declaration.objectKind,
  schema: declaration.schema,
  path: declaration.path ?? null,
  settles: declaration.settles ?? [],
  mailedWith: declaration.mailedWith ?? [],
  write: (language, reference, parameters) => {
    const { title, text } = declaration.texts[language]
    return { title: title(reference ?? ''), text: text(z.parse(declaration.schema, parameters)) }
  },
})

/** An event as the database keeps it. */
export interface StoredEvent {
  readonly code: string
  readonly category: NotificationCategory
  readonly object_reference: string | null
  readonly parameters: unknown
  readonly company_reference: string
}

export interface WrittenEvent {
  readonly title: string
  readonly text: string
  readonly path: string | null
}

/** Page of the list of notifications, and of one's preferences, in a universe. */
export const inboxPath = (universe: Universe): string => pagePath('notifications', { universe })
export const preferencesPath = (universe: Universe): string => pagePath('preferences', { universe })

/** Puts events into words. A code that is no longer declared is told by its category: old notifications stay readable. */
export const eventWriter = (kinds: readonly EventKind[]) => {
  const known = new Map(kinds.map((kind) => [kind.code, kind]))
  return (event: StoredEvent, universe: Universe, language: Language): WrittenEvent => {
    const kind = known.get(event.code)
    const target = { universe, companyReference: event.company_reference, reference: event.object_reference ?? '' }
    try {
      if (kind) return { ...kind.write(language, event.object_reference, event.parameters), path: kind.path?.(target) ?? null }
    } catch (error) {
      // Parameters of an earlier version of the kind.
      if (!(error instanceof z.core.$ZodError)) throw error
    }
    const category = notificationCategories.find((one) => one === event.category) ?? 'settings'
    const name = say(categoryWords[category], language)
    return { title: event.object_reference ? `${name} : ${event.object_reference}` : name, text: name, path: null }
  }
}
export type WriteEvent = ReturnType<typeof eventWriter>
