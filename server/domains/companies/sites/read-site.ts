import type { Site } from '#api/companies/sites/sites'
import type { Reader } from '../../../platform/context.ts'
import { found } from '../../../platform/db/questions.ts'
import { presentSite } from './sites.presenter.ts'
import * as sites from './sites.repository.ts'

/** A site of a company. @throws Problem not_found */
export const readSite = async ({ read }: Reader, company: string, id: string): Promise<Site> => {
  const { scope, site } = await read({ site: found(sites.site(company, id)) })
  return presentSite(scope, site)
}
