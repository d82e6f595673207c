import type { QueryInput } from '#api/endpoint'
import { listNotifications } from '#api/notifications/inbox/notifications'
import type { Universe } from '#api/universes'
import { language } from '../../platform/language.ts'
import { read } from '../../platform/reading/read.ts'

/** The server's sentences come in the language on screen. */
export const inboxQuery = (universe: Universe, search: Omit<QueryInput<typeof listNotifications>, 'language'>) =>
  read(listNotifications, { params: { universe }, query: { ...search, language: language() } })
