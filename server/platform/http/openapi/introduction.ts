import { requestsPerMinute } from '../rate-limit.ts'

/** What a program must know before its first call: the first page of the reference. Markdown. */
export const introduction = `Everything that the portal's screens do goes through this API.

**Signing in.** \`POST /api/session\` with a login and a password answers a session and sets its cookie; send it with every call. \`next\` says
what is still due: \`second_factor\`, \`enrol_second_factor\` or \`accept_terms\`; \`complete\` opens the portal. A program needs no \`Origin\` header.

**Universes.** Paths under \`/api/{universe}/\` show the same business through the eyes of one of four: \`client\`, \`ambassador\`, \`operator\` and
\`carrier\`. The session lists those that its person may enter, with what they hold there. What somebody may not see answers 404, like what does
not exist; \`abilities\` in an answer say what its reader may do.

**Values.** Amounts are whole cents without VAT (\`…Cents\`); days are \`yyyy-mm-dd\` (\`…On\`), instants ISO 8601 in UTC (\`…At\`). An answer may
gain fields: ignore those that you do not know. A request with a field that does not exist is refused.

**Lists** are read page by page: \`next\` of an answer is the \`cursor\` of the next page, null on the last one. A cursor is opaque and goes with
the filters and the sort that it came from. \`limit\` asks for 1 to 200 rows.

**Changing things.** \`version\` of what was read goes back with the change: \`version_conflict\` says that somebody else was faster, with the
object as it is now in \`current\`. Where \`Idempotency-Key\` is taken, a call repeated after a lost answer has one effect.

**Problems** are \`application/problem+json\` (RFC 9457). \`code\` is stable; \`errors\` names each faulty field by its path. \`requestId\` finds the
request in the operator's journals.

**Limits.** Each address may make ${requestsPerMinute} requests a minute; \`ratelimit-*\` headers say what is left, and
\`retry-after\` of a 429 how long to wait. Callers on the machine itself (loopback) are not limited and get no such headers.`
