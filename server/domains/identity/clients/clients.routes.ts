import { changeStanding, createClient } from '#api/companies/portfolio/clients'
import { type Route, route } from '../../../platform/http/route.ts'
import { createClientCompany } from './create-client.ts'
import { changeCompanyStanding } from './standing-change.ts'

export const clientRoutes: Route[] = [
  route(createClient, (ctx, { body }) => ctx.write((tx) => createClientCompany(tx, body))),
  route(changeStanding, (ctx, { params, body }) => ctx.write((tx) => changeCompanyStanding(tx, params.company, body))),
]
