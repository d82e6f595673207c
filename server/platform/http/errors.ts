import { Problem } from '../problem.ts'

interface Coded {
  readonly code?: string
  readonly statusCode?: number
  readonly message?: string
  readonly validation?: unknown
}

const stageProblems = {
  second_factor: 'second_factor_required',
  enrol_second_factor: 'second_factor_enrolment_required',
  accept_terms: 'terms_not_accepted',
} as const

/** The problem that an error stands for, or null when it is a fault of ours. */
export const problemOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error
  const { code, statusCode, message = '' } = (error ?? {}) as Coded
  switch (code) {
    case 'MY401':
      return new Problem('unauthenticated')
    case 'MYSTG':
      return new Problem(stageProblems[message as keyof typeof stageProblems] ?? 'unauthenticated')
    case 'MY403':
      return new Problem('forbidden')
    case '25006':
      return new Problem('read_only_session')
    case '42501':
      // Row security refused what the request tried to write: as if the object did not exist.
      return /row-level security/.test(message) ? new Problem('not_found') : null
    case '22021':
    case '22P05':
      return new Problem('validation_failed', { errors: [{ path: '', code: 'invalid_characters' }] })
    // A cursor that somebody wrote by hand: well formed, of the wrong type. Everything else was parsed before it came this far.
    case '22P02':
    case '22003':
    case '22007':
    case '22008':
      return new Problem('validation_failed', { errors: [{ path: '', code: 'invalid' }] })
    // What was ordered never changes.
    case 'MY409':
      return new Problem('conflict')
    // What this request relied on came or went while it ran.
    case '23503':
    case '23505':
    case '55P03':
    case '40P01':
    case '40001':
      return new Problem('conflict')
    case '57P01':
    case '57P03':
    case '53300':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return new Problem('unavailable', { retryAfterSeconds: 2 })
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem('body_too_large')
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return new Problem('unsupported_media_type')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
    case 'FST_ERR_CTP_INVALID_CONTENT_LENGTH':
      return new Problem('malformed_json')
    case 'FST_ERR_BAD_URL':
    case 'FST_ERR_NOT_FOUND':
      return new Problem('not_found')
  }
  if (statusCode === 429) return new Problem('too_many_requests', { retryAfterSeconds: 30 })
  if (statusCode === 413) return new Problem('body_too_large')
  if (statusCode === 400 && error instanceof SyntaxError) return new Problem('malformed_json')
  if (statusCode === 400) return new Problem('malformed_json')
  return null
}
