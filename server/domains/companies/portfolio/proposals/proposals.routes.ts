import { sql } from 'kysely'
import {
  answerProposal,
  listPendingProposals,
  listProposals,
  type Proposal,
  type ProposalField,
  proposalFields,
  proposeChange,
  withdrawProposal,
} from '#api/companies/portfolio/proposals'
import { vatNumberBelongsTo } from '#api/companies/rules/company/vat-number'
import { clientWords, proposalFieldWords, proposalStateWords, proposalWords } from '#api/companies/words'
import type { Scope, ScopedTransaction } from '../../../../platform/context.ts'
import { keyset } from '../../../../platform/db/keyset.ts'
import { db, type RowsOf } from '../../../../platform/db/query.ts'
import { found } from '../../../../platform/db/questions.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { newId } from '../../../../platform/ids.ts'
import { instantColumn, textColumn } from '../../../../platform/lists/export-columns.ts'
import { listRoutes } from '../../../../platform/lists/list-routes.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { recordActivity } from '../../../activity/record-activity.ts'
import { mayChangeIdentity } from '../../company/company.policy.ts'
import { mayAdministerCompanies } from '../list/portfolio.policy.ts'
import { canonicalValue } from './proposal-values.ts'

/** The sheet belongs to no site: a right limited to sites proposes nothing about it. */
const mayPropose = (scope: Scope): boolean => !scope.readOnly && scope.universe !== 'carrier' && scope.grants['company.write'] === 'all'

const proposals = db
  .selectFrom('company_proposals as p')
  .innerJoin('companies as c', 'c.id', 'p.company_id')
  .select([
    'p.id',
    'p.field',
    'p.old_value',
    'p.new_value',
    'p.reason',
    'p.state',
    'p.answer',
    'p.proposed_by',
    'p.created_at',
    'p.answered_at',
    'c.reference',
    'c.name',
    sql<string | null>`case p.field when 'name' then c.name when 'vat_number' then c.vat_number when 'legal_form' then c.legal_form end`.as(
      'now',
    ),
  ])
type Row = RowsOf<typeof proposals>[number]

const present =
  (scope: Scope) =>
  (row: Row): Proposal => ({
    id: row.id,
    company: { reference: row.reference, name: row.name },
    field: row.field,
    oldValue: row.old_value,
    newValue: row.new_value,
    reason: row.reason,
    state: row.state,
    answer: row.answer,
    proposedBy: row.proposed_by,
    createdAt: row.created_at.toISOString(),
    answeredAt: row.answered_at?.toISOString() ?? null,
    abilities: {
      withdraw: row.state === 'pending' && mayPropose(scope),
      answer: row.state === 'pending' && mayAdministerCompanies(scope),
      contest: row.state === 'applied' && row.now === row.new_value && mayAdministerCompanies(scope),
    },
  })

export const lockedCompany = async (tx: ScopedTransaction, reference: string) => {
  const company = await tx.first(db.selectFrom('companies').selectAll().where('reference', '=', reference).forUpdate())
  if (!company) throw new Problem('not_found')
  return company
}

const lockedPending = async (tx: ScopedTransaction, companyId: string, id: string) => {
  const proposal = await tx.first(
    db.selectFrom('company_proposals').selectAll().where('id', '=', id).where('company_id', '=', companyId).forUpdate(),
  )
  if (!proposal) throw new Problem('not_found')
  if (proposal.state !== 'pending') throw new Problem('conflict')
  return proposal
}

const list = route(listProposals, async (ctx, { params }) => {
  const { scope, company, proposed } = await ctx.read({
    company: found(db.selectFrom('companies').select('id').where('reference', '=', params.company)),
    proposed: proposals.where('c.reference', '=', params.company).orderBy('p.created_at', 'desc').orderBy('p.id', 'desc').limit(100),
  })
  return {
    items: proposed.map(present(scope)),
    abilities: {
      propose: mayPropose(scope),
      fields: mayPropose(scope) ? proposalFields.filter((field) => field === 'siren' || !mayChangeIdentity(scope, company.id)) : [],
    },
  }
})

const propose = route(proposeChange, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    if (!mayPropose(tx.scope)) throw new Problem('forbidden')
    const company = await lockedCompany(tx, params.company)
    const value = canonicalValue(body.field, body.value)
    if (company[body.field] === value) throw fieldProblem('value', 'unchanged')
    await tx.run(
      db
        .updateTable('company_proposals')
        .set({ state: 'withdrawn', answered_at: tx.now })
        .where('company_id', '=', company.id)
        .where('field', '=', body.field)
        .where('state', '=', 'pending'),
    )
    const id = newId()
    await tx.run(
      db.insertInto('company_proposals').values({
        id,
        company_id: company.id,
        field: body.field,
        old_value: company[body.field],
        new_value: value,
        reason: body.reason || null,
        proposed_by: tx.scope.actorName,
        created_at: tx.now,
      }),
    )
    await recordActivity(tx, {
      companyId: company.id,
      action: 'proposal.made',
      objectKind: 'company',
      objectReference: company.reference,
      objectLabel: company.name,
      before: { [body.field]: company[body.field] },
      after: { [body.field]: value },
    })
    return { id }
  }),
)

const withdraw = route(withdrawProposal, (ctx, { params }) =>
  ctx.write(async (tx) => {
    if (!mayPropose(tx.scope)) throw new Problem('forbidden')
    const company = await lockedCompany(tx, params.company)
    const proposal = await lockedPending(tx, company.id, params.proposal)
    await tx.run(db.updateTable('company_proposals').set({ state: 'withdrawn', answered_at: tx.now }).where('id', '=', proposal.id))
    await recordActivity(tx, {
      companyId: company.id,
      action: 'proposal.withdrawn',
      objectKind: 'company',
      objectReference: company.reference,
      objectLabel: company.name,
      before: { [proposal.field]: proposal.new_value },
    })
  }),
)

const answer = route(answerProposal, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const company = await lockedCompany(tx, params.company)
    const proposal = await lockedPending(tx, company.id, params.proposal)
    if (!body.accept && !body.answer) throw fieldProblem('answer', 'required')
    const proposed = { siren: company.siren, vat_number: company.vat_number, [proposal.field]: proposal.new_value }
    const isNumber = proposal.field === 'siren' || proposal.field === 'vat_number'
    if (body.accept && isNumber && proposed.siren && proposed.vat_number && !vatNumberBelongsTo(proposed.vat_number, proposed.siren))
      throw fieldProblem('accept', 'vat_number_mismatch')
    await tx.run(
      db
        .updateTable('company_proposals')
        .set({ state: body.accept ? 'accepted' : 'refused', answer: body.answer || null, answered_at: tx.now })
        .where('id', '=', proposal.id),
    )
    const field = proposal.field
    if (body.accept)
      await tx.run(
        db
          .updateTable('companies')
          .set({ [field]: proposal.new_value })
          .set('version', sql`version + 1`)
          .where('id', '=', company.id),
      )
    await recordActivity(tx, {
      companyId: company.id,
      action: body.accept ? 'proposal.accepted' : 'proposal.refused',
      objectKind: 'company',
      objectReference: company.reference,
      objectLabel: company.name,
      before: { [field]: company[field] },
      after: { [field]: proposal.new_value, ...(body.answer ? { answer: body.answer } : {}) },
    })
  }),
)

const queue = listRoutes(listPendingProposals, {
  page: ({ filters }, order) =>
    keyset(proposals.where('p.state', '=', filters.state ?? 'pending'), {
      sorts: { createdAt: sql`p.created_at` },
      tie: sql`p.id`,
      ...order,
    }),
  present,
  file: {
    name: { fr: 'propositions', en: 'proposals' },
    columns: () => [
      textColumn(proposalWords.company, ({ company }) => company.name),
      textColumn(clientWords.reference, ({ company }) => company.reference),
      textColumn(proposalWords.field, ({ field }) => proposalFieldWords[field as ProposalField]),
      textColumn(proposalWords.before, ({ oldValue }) => oldValue),
      textColumn(proposalWords.after, ({ newValue }) => newValue),
      textColumn(proposalWords.state, ({ state }) => proposalStateWords[state]),
      textColumn(proposalWords.proposedBy, ({ proposedBy }) => proposedBy),
      instantColumn(proposalWords.createdAt, ({ createdAt }) => createdAt),
    ],
  },
})

export const proposalRoutes: Route[] = [list, propose, withdraw, answer, ...queue]
