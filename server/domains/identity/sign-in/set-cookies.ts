import type { Reply } from '../../../platform/http/route.ts'
import type { OpenedSession } from './open-session.ts'

export const setCookies = (reply: Reply, opened: OpenedSession): void => {
  reply.setSessionCookie(opened.token, opened.expiresAt)
  if (opened.device) reply.setDeviceCookie(opened.device.token, opened.device.expiresAt)
}
