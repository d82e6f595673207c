import createClient from 'openapi-fetch'
import type { paths } from './portal-api.d.ts'

/** Signs in and tells the references of every contract and every order, read page by page. A test compiles it and runs it against a portal. */
const { PORTAL = 'http://localhost:3000', LOGIN = '', PASSWORD = '', LIMIT = '200' } = process.env

const portal = createClient<paths>({ baseUrl: PORTAL })

const cookies = new Map<string, string>()
portal.use({
  onRequest: ({ request }) => request.headers.set('cookie', [...cookies].map((pair) => pair.join('=')).join('; ')),
  onResponse: ({ response }) => {
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? []
      cookies.set(name, value)
    }
  },
})

/** The rows of a list, whatever the number of its pages. */
const everything = async <Row>(
  read: (cursor: string | undefined) => Promise<{ data?: { items: Row[]; next: string | null }; error?: { title: string } }>,
): Promise<Row[]> => {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const { data, error } = await read(cursor)
    if (!data) throw new Error(error?.title)
    rows.push(...data.items)
    cursor = data.next ?? undefined
  } while (cursor !== undefined)
  return rows
}

const { data: session, error } = await portal.POST('/api/session', { body: { login: LOGIN, password: PASSWORD } })
if (!session) throw new Error(error.title)
if (session.next !== 'complete') throw new Error(`Sign in on the portal first: ${session.next} is due.`)

const path = { universe: 'client' } as const
const limit = Number(LIMIT)
const contracts = await everything((cursor) => portal.GET('/api/{universe}/subscriptions', { params: { path, query: { limit, cursor } } }))
const orders = await everything((cursor) => portal.GET('/api/{universe}/orders', { params: { path, query: { limit, cursor } } }))

const references = (rows: readonly { reference: string }[]) => rows.map(({ reference }) => reference)
process.stdout.write(`${JSON.stringify({ contracts: references(contracts), orders: references(orders) }, null, 2)}\n`)
