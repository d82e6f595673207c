import { cancelPartnerChange, changePartner } from '#api/companies/portfolio/clients'
import { dayOf } from '../../../../platform/clock.ts'
import { db } from '../../../../platform/db/query.ts'
import { type Route, route } from '../../../../platform/http/route.ts'
import { newId } from '../../../../platform/ids.ts'
import { fieldProblem, Problem } from '../../../../platform/problem.ts'
import { recordActivity } from '../../../activity/record-activity.ts'
import { assignPartnersJob } from './assign-due-partners.ts'
import { isPartner, resolvePartner } from './resolve-partner.ts'

const change = route(changePartner, (ctx, { params, body }) =>
  ctx.write(async (tx) => {
    const company = await tx.first(db.selectFrom('companies').selectAll().where('reference', '=', params.company).forUpdate())
    if (!company) throw new Problem('not_found')
    if (isPartner(company.universes) || company.universes.includes('carrier')) throw fieldProblem('partner', 'partner_of_partner')
    if (body.effectiveOn < dayOf(tx.now).toString()) throw fieldProblem('effectiveOn', 'date_past')
    const to = await resolvePartner(tx, body.partner)
    if (to.ambassador_id === company.ambassador_id && to.operator_id === company.operator_id) throw fieldProblem('partner', 'unchanged')
    const pending = await tx.first(
      db.selectFrom('partner_changes').select('id').where('company_id', '=', company.id).where('state', '=', 'scheduled'),
    )
    if (pending) throw new Problem('already_exists')
    const id = newId()
    await tx.run(
      db.insertInto('partner_changes').values({
        id,
        company_id: company.id,
        from_ambassador_id: company.ambassador_id,
        from_operator_id: company.operator_id,
        to_ambassador_id: to.ambassador_id,
        to_operator_id: to.operator_id,
        effective_on: body.effectiveOn,
        reason: body.reason,
        requested_by: tx.scope.actorName,
        created_at: tx.now,
      }),
    )
    await recordActivity(tx, {
      companyId: company.id,
      action: 'partner.change_planned',
      objectKind: 'company',
      objectReference: company.reference,
      objectLabel: company.name,
      after: { partner: body.partner?.reference ?? null, effectiveOn: body.effectiveOn, reason: body.reason },
    })
    if (body.effectiveOn === dayOf(tx.now).toString()) await assignPartnersJob.enqueue(tx, {})
    return { id }
  }),
)

const cancel = route(cancelPartnerChange, (ctx, { params }) =>
  ctx.write(async (tx) => {
    const found = await tx.first(
      db
        .selectFrom('partner_changes as h')
        .innerJoin('companies as c', 'c.id', 'h.company_id')
        .where('h.id', '=', params.change)
        .where('c.reference', '=', params.company)
        .select(['h.id', 'h.state', 'h.effective_on', 'c.id as company_id', 'c.reference', 'c.name'])
        .forUpdate('h'),
    )
    if (!found) throw new Problem('not_found')
    if (found.state !== 'scheduled') throw new Problem('conflict')
    await tx.run(db.updateTable('partner_changes').set({ state: 'cancelled' }).where('id', '=', found.id))
    await recordActivity(tx, {
      companyId: found.company_id,
      action: 'partner.change_cancelled',
      objectKind: 'company',
      objectReference: found.reference,
      objectLabel: found.name,
      before: { effectiveOn: found.effective_on },
    })
  }),
)

export const partnerRoutes: Route[] = [change, cancel]
