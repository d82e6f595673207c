import type { Route } from '../../platform/http/route.ts'
import type { SecretBox } from '../../platform/secrets/secret-box.ts'
import { type EventKind, eventWriter } from './delivery/event-kind.ts'
import { unsubscribeLinks } from './delivery/unsubscribe-links.ts'
import { inboxRoutes } from './inbox/inbox.routes.ts'
import { sentMailRoutes } from './sent-mails/sent-mails.routes.ts'
import { subscriptionRoutes } from './subscriptions/subscriptions.routes.ts'
import { unsubscribeRoutes } from './unsubscribe/unsubscribe.routes.ts'

interface Tools {
  readonly secrets: SecretBox
  readonly appUrl: string
}

export const notificationRoutes = ({ secrets, appUrl }: Tools, kinds: readonly EventKind[]): Route[] => [
  ...subscriptionRoutes,
  ...inboxRoutes(eventWriter(kinds)),
  ...unsubscribeRoutes(unsubscribeLinks(secrets, appUrl)),
  ...sentMailRoutes,
]
