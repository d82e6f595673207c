import { sql } from 'kysely'
import { type OwnField, ownFields } from '#api/companies/company/identity'
import { contestChange } from '#api/companies/portfolio/proposals'
import { db } from '../../../../platform/db/query.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { Problem } from '../../../../platform/problem.ts'
import { actorNameFor, recordActivity } from '../../../activity/record-activity.ts'
import type { AnnounceIdentity } from '../../company/identity-change.ts'
import { lockedCompany } from './proposals.routes.ts'

const named = { name: 'name', vat_number: 'vatNumber', legal_form: 'legalForm' } as const satisfies Record<OwnField, string>

/** The carrier puts back what a company changed of its identity, and says why. */
export const contestRoute = (announce: AnnounceIdentity): Route =>
  route(contestChange, (ctx, { params, body: { reason } }) =>
    ctx.write(async (tx) => {
      const company = await lockedCompany(tx, params.company)
      const change = await tx.first(
        db.selectFrom('company_proposals').selectAll().where('id', '=', params.proposal).where('company_id', '=', company.id).forUpdate(),
      )
      if (!change) throw new Problem('not_found')
      const field = ownFields.find((one) => one === change.field)
      // Changed again since, or contested already: there is nothing left to put back.
      if (!field || change.state !== 'applied' || company[field] !== change.new_value) throw new Problem('conflict')
      await tx.run(
        db.updateTable('company_proposals').set({ state: 'contested', answer: reason, answered_at: tx.now }).where('id', '=', change.id),
      )
      await tx.run(
        db
          .updateTable('companies')
          .set({ [field]: change.old_value })
          .set('version', sql`version + 1`)
          .where('id', '=', company.id),
      )
      const name = field === 'name' ? (change.old_value ?? company.name) : company.name
      await recordActivity(tx, {
        companyId: company.id,
        action: 'company.identity_contested',
        objectKind: 'company',
        objectReference: company.reference,
        objectLabel: name,
        before: { [named[field]]: change.new_value },
        after: { [named[field]]: change.old_value, reason },
      })
      await announce(tx, {
        kind: 'contested',
        companyId: company.id,
        reference: company.reference,
        company: name,
        by: actorNameFor(tx.scope, company.id),
        changed: [{ field, before: change.new_value, after: change.old_value }],
        reason,
      })
    }),
  )
