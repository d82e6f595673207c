import type { Figure } from '../figure.ts'
import { contracts, contractsDatabase } from '../rig/commerce/million-contracts.ts'
import { type Caller, signedInCallers } from '../rig/load/callers.ts'
import { sideBySide } from '../rig/load/side-by-side.ts'

/** The list as it opens, what runs, and a partner's or the carrier's by client. What PostgreSQL takes long for would make both servers alike. */
const searchesOf = ({ universe }: Caller): string[] => [
  '',
  '?displayedState=in_delivery',
  ...(universe === 'client' ? [] : ['?sort=client']),
]

/** Contracted offers at a million contracts over HTTP ÷ a bare server that runs the same SQL under the same row security. */
export const contractsRatio = async (): Promise<Figure[]> => {
  const { server, urls } = await contractsDatabase()
  try {
    const callers = await signedInCallers(urls.owner, 1)
    const requests = callers.flatMap((caller) =>
      searchesOf(caller).map((search) => ({ path: `/api/${caller.universe}/subscriptions${search}`, token: caller.token })),
    )
    const { ratio, detail } = await sideBySide('contracts', urls, requests)
    return [
      {
        figure: 'contracts_list_ratio',
        value: ratio,
        unit: 'portal ÷ bare node:http, same SQL and row security, four universes mixed',
        bar: 0.65,
        sense: 'min',
        required: true,
        detail: { aim: 0.9, contracts, universes: callers.map(({ universe }) => universe), ...detail },
      },
    ]
  } finally {
    await server.stop()
  }
}
