import type { Problem } from './problem.ts'

/**
 * Where a request waits for the person: to sign in again, or to confirm their identity. The dialogs register here at start; `call` waits on
 * them. Requests that arrive while a dialog is open share it.
 */
export type GateName = 'signIn' | 'stepUp'
type Opener = (problem: Problem) => Promise<void>

const openers: Partial<Record<GateName, Opener>> = {}
const waiting: Partial<Record<GateName, Promise<void>>> = {}

export const registerGate = (name: GateName, opener: Opener): (() => void) => {
  openers[name] = opener
  return () => {
    if (openers[name] === opener) delete openers[name]
  }
}

/** Resolves once the person did what was asked; rejects with the problem when they gave up or nobody can ask. */
export const passGate = (name: GateName, problem: Problem): Promise<void> => {
  const open = openers[name]
  if (!open) return Promise.reject(problem)
  const pending = waiting[name] ?? open(problem).finally(() => delete waiting[name])
  waiting[name] = pending
  return pending
}
