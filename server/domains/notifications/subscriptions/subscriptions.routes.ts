import {
  listFailingAddresses,
  listNotificationSubscriptions,
  previewRecipients,
  readCompanyAddresses,
  readContactSubscriptions,
  readOwnSubscriptions,
  saveCompanyAddresses,
  saveContactSubscriptions,
  saveNotificationSubscriptions,
} from '#api/notifications/subscriptions/subscriptions'
import { type Route, route } from '../../../platform/http/route.ts'
import { Problem } from '../../../platform/problem.ts'
import { preview } from './preview-recipients.ts'
import { saveAddresses } from './save-addresses.ts'
import { saveContact, saveDashboard } from './save-subscriptions.ts'
import { mayEditCompany } from './subscriptions.policy.ts'
import { presentAddresses, presentContact, presentSubscriber, universesOf } from './subscriptions.presenter.ts'
import * as subscriptions from './subscriptions.repository.ts'

export const subscriptionRoutes: Route[] = [
  route(listNotificationSubscriptions, async (ctx, { params, query }) => {
    const { scope, rows } = await ctx.read(subscriptions.company(params.company), subscriptions.ofCompany(params.company, query))
    const [[company], contacts] = rows
    if (!company) throw new Problem('not_found')
    return {
      company: { reference: company.reference, name: company.name },
      universes: universesOf(company),
      contacts: contacts.map((row) => presentSubscriber(scope, row)),
      abilities: { edit: mayEditCompany(scope, company.id) },
    }
  }),
  route(saveNotificationSubscriptions, (ctx, { params, body }) => ctx.write((tx) => saveDashboard(tx, params.company, body))),
  route(readContactSubscriptions, async (ctx, { params }) => {
    const company = subscriptions.company(params.company)
    const { scope, rows } = await ctx.read(company, subscriptions.one(params.company, params.contact))
    const [[found], [contact]] = rows
    if (!found || !contact) throw new Problem('not_found')
    return presentContact(scope, found, contact)
  }),
  route(saveContactSubscriptions, (ctx, { params, body }) => ctx.write((tx) => saveContact(tx, params.company, params.contact, body))),
  route(readOwnSubscriptions, async (ctx) => {
    const { scope, rows } = await ctx.read(subscriptions.own())
    const [own] = rows[0]
    if (!own) throw new Problem('not_found')
    return presentContact(scope, { reference: own.reference, name: own.company_name, universes: own.universes }, own)
  }),
  route(readCompanyAddresses, async (ctx, { params }) => {
    const { scope, rows } = await ctx.read(subscriptions.addressesOf(params.company))
    const [company] = rows[0]
    if (!company) throw new Problem('not_found')
    return presentAddresses(scope, company)
  }),
  route(saveCompanyAddresses, (ctx, { params, body }) => ctx.write((tx) => saveAddresses(tx, params.company, body))),
  route(previewRecipients, (ctx, { params, query }) => preview(ctx, params.company, query)),
  route(listFailingAddresses, async (ctx, { params }) => {
    const { scope, rows } = await ctx.read(
      subscriptions.company(params.company),
      subscriptions.failing(params.company),
      subscriptions.ownEmail(),
    )
    const [[company], failing, [own]] = rows
    if (!company) throw new Problem('not_found')
    const everything = mayEditCompany(scope, company.id)
    return {
      addresses: failing
        .map((row) => ({
          address: row.address,
          reason: row.reason,
          failedAt: row.failed_at.toISOString(),
          isOwn: row.address.toLowerCase() === own?.email?.toLowerCase(),
        }))
        .filter(({ isOwn }) => everything || isOwn),
    }
  }),
]
