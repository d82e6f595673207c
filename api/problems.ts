import * as z from 'zod/mini'

/**
 * The one catalogue of problems (RFC 9457): stable code → HTTP status. The SPA translates codes (`problem_<code>` in web/messages);
 * `title` on the wire is the English sentence below.
 */
export const problems = {
  malformed_json: [400, 'The body is not valid JSON.'],
  validation_failed: [422, 'Some fields are invalid.'],
  unknown_field: [422, 'The request carries a field that does not exist.'],
  unauthenticated: [401, 'Sign in first.'],
  invalid_credentials: [401, 'The login or the password is wrong.'],
  second_factor_required: [401, 'A second factor is required.'],
  terms_not_accepted: [403, 'The terms of use must be accepted first.'],
  second_factor_enrolment_required: [403, 'Your company requires a second factor: enrol one first.'],
  step_up_required: [403, 'Confirm your identity again before this act.'],
  forbidden: [403, 'You do not hold the right that this needs.'],
  read_only_session: [403, 'This session is read only.'],
  origin_refused: [403, 'The request comes from another site.'],
  not_found: [404, 'There is nothing here.'],
  conflict: [409, 'The object is in a state that does not allow this.'],
  version_conflict: [409, 'Somebody changed this in the meantime.'],
  already_exists: [409, 'It exists already.'],
  idempotency_mismatch: [409, 'This idempotency key was used for another request.'],
  subscription_terminated: [409, 'The contract is already terminated.'],
  termination_pending: [409, 'Its termination is already requested.'],
  running_order: [409, 'An operation is running on the contract: it must be finished or cancelled first.'],
  issuer_incomplete: [409, "The carrier's own settings are incomplete: the document cannot be made yet."],
  basket_empty: [409, 'The basket is empty.'],
  price_changed: [409, 'Prices changed in the meantime: accept the new ones first.'],
  offer_expired: [409, 'This version of the offer is no longer sold.'],
  request_unsold: [409, 'Nothing of what this request asks for is on sale any more.'],
  offer_not_allowed: [409, 'This offer is not sold to this company.'],
  contract_not_running: [409, 'There is no running contract that this offer can add to.'],
  operation_running: [409, 'Another operation is running on this contract.'],
  company_inactive: [409, 'The company is not active: nothing can be ordered for it.'],
  company_blocked: [409, "The company's financial state refuses new orders."],
  payer_blocked: [409, 'The financial state of the operator who pays refuses new orders.'],
  terms_of_sale_changed: [409, 'The terms of sale changed: read and accept them again.'],
  order_already_decided: [409, 'This order was already validated, refused or cancelled.'],
  last_administrator: [409, 'The last administrator cannot lose this right.'],
  delegation_exceeded: [403, 'Nobody grants more than they hold.'],
  link_expired: [410, 'This link has expired or was already used.'],
  password_too_weak: [422, 'The password does not follow the rules.'],
  second_factor_invalid: [401, 'The code is wrong.'],
  second_factor_used: [401, 'This code was already used: wait for the next one.'],
  body_too_large: [413, 'The body is too large.'],
  unsupported_media_type: [415, 'This type of content is not accepted.'],
  too_many_requests: [429, 'Too many requests: wait a moment.'],
  invitation_just_sent: [429, 'The invitation was sent a moment ago.'],
  invitation_daily_limit: [429, 'The invitation was sent as often as one day allows.'],
  sign_in_delayed: [429, 'Too many attempts: wait a moment.'],
  internal_error: [500, 'Something went wrong on our side.'],
  unavailable: [503, 'The service is temporarily unavailable.'],
} as const satisfies Record<string, readonly [number, string]>

export type ProblemCode = keyof typeof problems

const codes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]]

/** One faulty field: `path` is dotted (`sites.0.siret`), `code` is stable and translated by the SPA (`field_<code>`). */
export const fieldErrorSchema = z.object({
  path: z.string(),
  code: z.string(),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})
export type FieldError = Readonly<z.infer<typeof fieldErrorSchema>>

/** Body of every error answer, `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  code: z.enum(codes),
  title: z.string(),
  status: z.int(),
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(fieldErrorSchema)),
  retryAfterSeconds: z.optional(z.int()),
  /** With `version_conflict`: the object as it is now, so that the screen can merge. With `price_changed`: the basket with its changes. */
  current: z.optional(z.unknown()),
})
export type ProblemBody = Readonly<Omit<z.infer<typeof problemSchema>, 'errors'>> & { readonly errors?: readonly FieldError[] }
