import { listOrderClients, listOrderContacts, listOrderContracts, listOrderSites } from '#api/shop/choices/order-choices'
import { first } from '../../../platform/db/questions.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { mayCreateContacts } from '../../companies/contacts/contacts.policy.ts'
import { mayManageSites } from '../../companies/sites/sites.policy.ts'
import { customerOf, customerRow } from '../customer.ts'
import { clientPage, contactPage, contractPage, sitePage, usualContact } from './choices-query.ts'

/** What an order names, for whoever orders: each answer holds what its field shows and nothing else of the company. */
export const choiceRoutes: Route[] = [
  route(listOrderSites, async (ctx, { params, query }) => {
    const { query: asked, page } = sitePage(params.company, query)
    const { scope, company, rows } = await ctx.read({ company: first(customerRow(params.company)), rows: asked })
    customerOf(scope, company)
    return {
      ...page(rows, ({ id, name, street, postcode, city }) => ({ id, name, street, postcode, city })),
      abilities: { create: mayManageSites(scope) },
    }
  }),
  route(listOrderContacts, async (ctx, { params, query }) => {
    const { query: asked, page } = contactPage(params.company, query)
    const { scope, company, rows, usual } = await ctx.read({
      company: first(customerRow(params.company)),
      rows: asked,
      usual: query.site || query.contract ? first(usualContact(params.company, query)) : null,
    })
    customerOf(scope, company)
    return {
      ...page(rows, ({ id, name, phone }) => ({ id, name, phone })),
      usual: usual ?? null,
      abilities: { create: mayCreateContacts(scope) },
    }
  }),
  route(listOrderContracts, async (ctx, { params, query }) => {
    const { query: asked, page } = contractPage(params.company, query)
    const { scope, company, rows } = await ctx.read({ company: first(customerRow(params.company)), rows: asked })
    customerOf(scope, company)
    return page(rows, ({ reference, name, city }) => ({ reference, name, city }))
  }),
  route(listOrderClients, async (ctx, { query }) => {
    const { query: asked, page } = clientPage(ctx.universe, query)
    const { rows } = await ctx.read({ rows: asked })
    return page(rows, ({ reference, name, city }) => ({ reference, name, city }))
  }),
]
