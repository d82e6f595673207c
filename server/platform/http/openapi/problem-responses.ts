import type { Endpoint } from '#api/endpoint'
import { type ProblemCode, problems } from '#api/problems'
import type { Json } from './json.ts'

/** What any endpoint of its kind may answer, beside the problems that it declares. */
const generalProblems = (endpoint: Endpoint): ProblemCode[] => {
  const signedIn = endpoint.right !== 'public'
  const changes = endpoint.method !== 'GET'
  return [
    ...(endpoint.body ? (['malformed_json', 'unsupported_media_type'] as const) : []),
    ...(endpoint.consumes ? (['unsupported_media_type'] as const) : []),
    ...(endpoint.body || endpoint.consumes ? (['body_too_large'] as const) : []),
    ...(signedIn ? (['unauthenticated'] as const) : []),
    ...(signedIn && endpoint.right !== 'partial'
      ? (['second_factor_required', 'terms_not_accepted', 'second_factor_enrolment_required'] as const)
      : []),
    ...(typeof endpoint.right === 'object' ? (['forbidden', 'not_found'] as const) : []),
    ...(endpoint.stepUp ? (['step_up_required'] as const) : []),
    ...(changes ? (['origin_refused'] as const) : []),
    ...(changes && signedIn ? (['read_only_session'] as const) : []),
    ...(endpoint.params ? (['not_found'] as const) : []),
    ...(endpoint.body || endpoint.query ? (['validation_failed'] as const) : []),
    'unknown_field',
    ...(endpoint.idempotent ? (['idempotency_mismatch'] as const) : []),
    'too_many_requests',
  ]
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request cannot be read.',
  401: 'Who calls is not known.',
  403: 'The caller may not.',
  404: 'There is nothing here for the caller.',
  409: 'The state of things does not allow it.',
  410: 'It is over.',
  413: 'The body is too large.',
  415: 'Not this type of content.',
  422: 'Something in the request is wrong.',
  429: 'Too often: wait for as many seconds as `Retry-After` says.',
}

/** What every answer says of the limit. */
export const rateLimitHeaders = ['ratelimit-limit', 'ratelimit-remaining', 'ratelimit-reset']

/** Headers of a response, which the components describe. */
export const headersOf = (names: readonly string[]): Json =>
  Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))

/** Statuses of problems that are over in a moment, which the answer tells. */
const passing = new Set<number>([429, 503])

/** One example per code of the catalogue: responses point to those that they may be. */
export const problemExamples = (): Record<string, Json> =>
  Object.fromEntries(
    Object.entries(problems).map(([code, [status, title]]) => [
      code,
      { summary: title, value: { type: `urn:problem:${code}`, code, title, status } },
    ]),
  )

/** A response that is one of these problems. */
export const problemResponse = (description: string, codes: readonly ProblemCode[]): Json => ({
  description: `${description} Codes: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
  headers: headersOf([...rateLimitHeaders, ...(codes.some((code) => passing.has(problems[code][0])) ? ['retry-after'] : [])]),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
})

/**
 * The problems of an endpoint by status. Those that it shares with others of its kind become components, under a name that tells their codes:
 * they would be half of the document.
 */
export const problemResponses = (endpoint: Endpoint, shared: Record<string, Json>): Record<string, Json> => {
  const own = new Set(endpoint.problems)
  const byStatus = Map.groupBy(new Set([...generalProblems(endpoint), ...own]), (code) => problems[code][0])
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([one], [other]) => one - other)
      .map(([status, codes]) => {
        const response = problemResponse(titles[status] ?? 'A problem.', codes)
        if (codes.some((code) => own.has(code))) return [status, response]
        const name = `${status}-${codes.join('-')}`
        shared[name] = response
        return [status, { $ref: `#/components/responses/${name}` }]
      }),
  )
}
