import type { Figure } from '../figure.ts'
import { benchCompanies, preparedDatabase } from '../rig/database.ts'
import { type Caller, signedInCallers } from '../rig/load/callers.ts'
import { sideBySide } from '../rig/load/side-by-side.ts'

/** The lists that people open, as their pages ask for them. */
const listsOf = ({ universe, company }: Caller): string[] =>
  universe === 'client'
    ? [`/api/client/companies/${company}/contacts`, `/api/client/companies/${company}/users`]
    : [`/api/${universe}/companies`, `/api/${universe}/companies?sort=-createdAt`]

/** An authenticated list of 50 rows over HTTP ÷ a bare server that runs the same SQL under the same row security. */
export const listRatio = async (): Promise<Figure[]> => {
  const { server, urls } = await preparedDatabase()
  try {
    const callers = await signedInCallers(urls.owner, 6)
    const requests = callers.flatMap((caller) => listsOf(caller).map((path) => ({ path, token: caller.token })))
    const { ratio, detail } = await sideBySide('list', urls, requests)
    return [
      {
        figure: 'list_ratio',
        value: ratio,
        unit: 'portal ÷ bare node:http, same SQL and row security',
        bar: 0.65,
        sense: 'min',
        required: true,
        detail: { aim: 0.9, companies: benchCompanies, ...detail },
      },
    ]
  } finally {
    await server.stop()
  }
}
