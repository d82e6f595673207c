import { sql } from 'kysely'
import { readStanding, writeNotes } from '#api/companies/portfolio/clients'
import { db } from '../../../../platform/db/query.ts'
import { found } from '../../../../platform/db/questions.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { Problem } from '../../../../platform/problem.ts'
import { recordActivity } from '../../../activity/record-activity.ts'
import { mayAdministerCompanies, mayAnnotateCompanies } from '../list/portfolio.policy.ts'

const company = (reference: string) =>
  db
    .selectFrom('companies as c')
    .leftJoin('companies as p', (join) =>
      join.on(sql<boolean>`p.id = coalesce(c.operator_id, c.ambassador_id)`).on(sql<boolean>`p.id <> c.id`),
    )
    .leftJoin('company_notes as n', 'n.company_id', 'c.id')
    .where('c.reference', '=', reference)
    .selectAll('c')
    .select(['p.reference as partner_reference', 'p.name as partner_name', 'n.body as notes', 'n.updated_at as notes_updated_at'])

const partnerChanges = (reference: string) =>
  db
    .selectFrom('partner_changes as h')
    .innerJoin('companies as c', 'c.id', 'h.company_id')
    .leftJoin('companies as f', (join) => join.on(sql<boolean>`f.id = coalesce(h.from_operator_id, h.from_ambassador_id)`))
    .leftJoin('companies as t', (join) => join.on(sql<boolean>`t.id = coalesce(h.to_operator_id, h.to_ambassador_id)`))
    .where('c.reference', '=', reference)
    .orderBy('h.created_at', 'desc')
    .limit(50)
    .select([
      'h.id',
      'h.effective_on',
      'h.state',
      'h.reason',
      'h.requested_by',
      'h.created_at',
      'f.reference as from_reference',
      'f.name as from_name',
      't.reference as to_reference',
      't.name as to_name',
    ])

// One legal entity may be a client under two partners: allowed, and worth knowing for the carrier alone.
const duplicates = (reference: string) =>
  db
    .selectFrom('companies as o')
    .leftJoin('companies as p', (join) =>
      join.on(sql<boolean>`p.id = coalesce(o.operator_id, o.ambassador_id)`).on(sql<boolean>`p.id <> o.id`),
    )
    .where('o.siren', '=', (on) => on.selectFrom('companies').select('siren').where('reference', '=', reference))
    .where('o.reference', '<>', reference)
    .orderBy('o.number')
    .limit(50)
    .select(['o.reference', 'o.name', 'p.name as partner'])

const named = (reference: string | null, name: string | null) => (reference !== null && name !== null ? { reference, name } : null)

const standing = route(readStanding, async (ctx, { params }) => {
  const { scope, row, changes, twins } = await ctx.read({
    row: found(company(params.company)),
    changes: partnerChanges(params.company),
    twins: duplicates(params.company),
  })
  const partner = named(row.partner_reference, row.partner_name)
  return {
    reference: row.reference,
    name: row.name,
    version: row.version,
    state: row.state,
    financialState: row.financial_state,
    guarantee: row.guarantee,
    universes: row.universes,
    siren: row.siren,
    vatNumber: row.vat_number,
    legalForm: row.legal_form,
    externalKey: row.external_key,
    partner: partner && { kind: row.operator_id ? ('operator' as const) : ('ambassador' as const), ...partner },
    partnerChanges: changes.map((change) => ({
      id: change.id,
      from: named(change.from_reference, change.from_name),
      to: named(change.to_reference, change.to_name),
      effectiveOn: change.effective_on,
      state: change.state,
      reason: change.reason,
      requestedBy: change.requested_by,
      createdAt: change.created_at.toISOString(),
    })),
    notes: row.notes ?? '',
    notesUpdatedAt: row.notes_updated_at?.toISOString() ?? null,
    duplicates: twins,
    abilities: { administer: mayAdministerCompanies(scope), annotate: mayAnnotateCompanies(scope) },
  }
})

const notes = route(writeNotes, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const annotated = await tx.first(db.selectFrom('companies').select(['id', 'reference', 'name']).where('reference', '=', params.company))
    if (!annotated) throw new Problem('not_found')
    await tx.run(
      db
        .insertInto('company_notes')
        .values({ company_id: annotated.id, body: body.body, updated_at: tx.now })
        .onConflict((conflict) => conflict.column('company_id').doUpdateSet({ body: body.body, updated_at: tx.now })),
    )
    // The company reads its history, never the notes: the line belongs to the carrier.
    await recordActivity(tx, {
      companyId: tx.scope.companyId,
      action: 'company.annotated',
      objectKind: 'company',
      objectReference: annotated.reference,
      objectLabel: annotated.name,
    })
  }),
)

export const standingRoutes: Route[] = [standing, notes]
