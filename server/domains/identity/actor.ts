import type { RequestInfo } from '../../platform/context.ts'
import { Problem } from '../../platform/problem.ts'
import type { SignedIn } from './resolve-session.ts'

/** Who acts, for the history of operations, when a person acts on their own account. */
export const ownActor = (
  person: { readonly userId: string; readonly displayName: string; readonly companyId: string; readonly companyName: string },
  request: RequestInfo,
) => ({
  userId: person.userId,
  name: person.displayName,
  companyId: person.companyId,
  companyName: person.companyName,
  universe: null,
  ip: request.ip,
  requestId: request.id,
})

/** A line about the account itself. */
export const aboutAccount = (
  person: { readonly companyId: string; readonly login: string; readonly displayName: string },
  action: string,
) => ({
  companyId: person.companyId,
  action,
  objectKind: 'user',
  objectReference: person.login,
  objectLabel: person.displayName,
})

/** Under « voir comme » the account is somebody's else: nothing of its security is shown or changed. */
export const refuseViewAs = (session: SignedIn): void => {
  if (session.viewAsUserId) throw new Problem('read_only_session')
}

export const requireStepUp = (session: SignedIn, now: Date): void => {
  if (!session.stepUpUntil || session.stepUpUntil <= now) throw new Problem('step_up_required')
}
