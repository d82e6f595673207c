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
import { first, found } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { preview } from './preview-recipients.ts'
import { saveAddresses } from './save-addresses.ts'
import { saveContact, saveDashboard } from './save-subscriptions.ts'
import { mayEditCompany } from './subscriptions.policy.ts'
import { presentAddresses, presentContact, presentSubscriber, universesOf } from './subscriptions.presenter.ts'
import * as subscriptions from './subscriptions.repository.ts'

export const subscriptionRoutes: Route[] = [
  route(listNotificationSubscriptions, async (ctx, { params, query }) => {
    const { scope, company, contacts } = await ctx.read({
      company: found(subscriptions.company(params.company)),
      contacts: subscriptions.ofCompany(params.company, query),
    })
    return {
      company: { reference: company.reference, name: company.name },
      universes: universesOf(company),
      contacts: contacts.map((row) => presentSubscriber(scope, row)),
      abilities: { edit: mayEditCompany(scope, company.id) },
    }
  }),
  route(saveNotificationSubscriptions, (ctx, { params, body }) => ctx.write((tx) => saveDashboard(tx, params.company, body))),
  route(readContactSubscriptions, async (ctx, { params }) => {
    const { scope, company, contact } = await ctx.read({
      company: found(subscriptions.company(params.company)),
      contact: found(subscriptions.one(params.company, params.contact)),
    })
    return presentContact(scope, company, contact)
  }),
  route(saveContactSubscriptions, (ctx, { params, body }) => ctx.write((tx) => saveContact(tx, params.company, params.contact, body))),
  route(readOwnSubscriptions, async (ctx) => {
    const { scope, own } = await ctx.read({ own: found(subscriptions.own()) })
    return presentContact(scope, { reference: own.reference, name: own.company_name, universes: own.universes }, own)
  }),
  route(readCompanyAddresses, async (ctx, { params }) => {
    const { scope, company } = await ctx.read({ company: found(subscriptions.addressesOf(params.company)) })
    return presentAddresses(scope, company)
  }),
  route(saveCompanyAddresses, (ctx, { params, body }) => ctx.write((tx) => saveAddresses(tx, params.company, body))),
  route(previewRecipients, (ctx, { params, query }) => preview(ctx, params.company, query)),
  route(listFailingAddresses, async (ctx, { params }) => {
    const { scope, company, failing, own } = await ctx.read({
      company: found(subscriptions.company(params.company)),
      failing: subscriptions.failing(params.company),
      own: first(subscriptions.ownEmail()),
    })
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
