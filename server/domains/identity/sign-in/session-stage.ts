import type { SessionStage } from '#api/identity/sign-in/session'

export interface StageFacts {
  /** The second factor was proved in this session (or just enrolled). */
  readonly provedFactor: boolean
  readonly hasFactor: boolean
  readonly factorRequired: boolean
  readonly acceptedTerms: boolean
}

/** What a person who gave the right password still has to do. */
export const stageFor = ({ provedFactor, hasFactor, factorRequired, acceptedTerms }: StageFacts): SessionStage => {
  if (hasFactor && !provedFactor) return 'second_factor'
  if (factorRequired && !hasFactor) return 'enrol_second_factor'
  return acceptedTerms ? 'complete' : 'accept_terms'
}
