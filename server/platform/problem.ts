import { type FieldError, type ProblemBody, type ProblemCode, problems } from '#api/problems'

export interface ProblemDetails {
  readonly errors?: readonly FieldError[]
  readonly retryAfterSeconds?: number
  readonly current?: unknown
}

/** An expected refusal, answered as `application/problem+json`. Throw it anywhere below a route; the transaction rolls back. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }

  get status(): number {
    return problems[this.code][0]
  }

  body(requestId: string): ProblemBody {
    const [status, title] = problems[this.code]
    return { type: `urn:problem:${this.code}`, code: this.code, title, status, requestId, ...this.details }
  }
}

/** A refusal about one field: `path` is dotted, `code` is translated by the SPA as `field_<code>`. */
export const fieldProblem = (path: string, code: string, params?: FieldError['params']): Problem =>
  new Problem('validation_failed', { errors: [{ path, code, params }] })
