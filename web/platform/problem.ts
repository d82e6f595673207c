import type { FieldError, ProblemBody, ProblemCode } from '#api/problems'
import { problems } from '#api/problems'
import * as m from '#messages/problems'

/** Codes that only the browser knows: no answer came at all. */
export type ClientProblemCode = ProblemCode | 'network'

/** An error answer of the API (RFC 9457), or the absence of an answer (`network`). */
export class Problem extends Error {
  readonly code: ClientProblemCode
  readonly status: number
  readonly errors: readonly FieldError[]
  readonly requestId: string | undefined
  readonly retryAfterSeconds: number | undefined
  /** With `version_conflict`: the object as it is now. */
  readonly current: unknown

  constructor(body: Partial<Omit<ProblemBody, 'code'>> & { readonly status: number; readonly code: ClientProblemCode }) {
    super(body.title ?? body.code)
    this.name = 'Problem'
    this.code = body.code
    this.status = body.status
    this.errors = body.errors ?? []
    this.requestId = body.requestId
    this.retryAfterSeconds = body.retryAfterSeconds
    this.current = body.current
  }
}

export const isProblem = (error: unknown, code?: ClientProblemCode): error is Problem =>
  error instanceof Problem && (code === undefined || error.code === code)

const isCode = (code: unknown): code is ProblemCode => typeof code === 'string' && Object.hasOwn(problems, code)

/** Reads the body of an error answer; anything that is not a problem document becomes `internal_error` or `unavailable`. */
export const problemFrom = (status: number, body: unknown, requestId: string | null): Problem => {
  const value = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {}
  const code = isCode(value.code)
    ? value.code
    : status === 404
      ? 'not_found'
      : status === 502 || status === 503 || status === 504
        ? 'unavailable'
        : 'internal_error'
  return new Problem({ ...value, code, status, requestId: value.requestId ?? requestId ?? undefined })
}

/** What the person reads about a problem, in the language of the screen. */
export const problemMessage = (error: unknown): string => {
  const code: ClientProblemCode = error instanceof Problem ? error.code : 'internal_error'
  const key: `problem_${ClientProblemCode}` = `problem_${code}`
  const text = m[key]()
  const wait = error instanceof Problem ? error.retryAfterSeconds : undefined
  return wait ? `${text} ${m.problems_retry_after({ count: wait })}` : text
}
