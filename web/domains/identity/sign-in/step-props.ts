import type { Session } from '#api/identity/sign-in/session'

/** A step of the sign-in, between the right password and the portal. */
export interface StepProps {
  readonly session: Session
  /** With the session as it is after the step. */
  readonly onDone: (session: Session) => unknown
  /** Hears every refusal, so that a session that ended starts again. */
  readonly onProblem: (error: unknown) => void
}
