import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { test } from './rig/journey.ts'
import { ask } from './rig/page.ts'

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> }
}

/** Nothing, an empty object, or a file of the type that the operation takes. */
const bodyFor = ({ requestBody }: Operation): { data?: object; type?: string } => {
  const [type] = Object.keys(requestBody?.content ?? {})
  if (type === undefined) return {}
  return type === 'application/json' ? { data: {} } : { data: Buffer.from('%PDF-1.7'), type: type === '*/*' ? 'application/pdf' : type }
}

const stranger = 'OIP-00000015'

/** Ids of everything that a company has, as its own people see them. */
const idsOf = async (page: Page, universe: string, company: string): Promise<Record<string, string>> => {
  const first = async (path: string, key: string) => {
    const { body } = await ask(page, 'GET', `/api/${universe}/companies/${company}/${path}`)
    const item = (body as { items?: Record<string, unknown>[] } | null)?.items?.[0]
    return String(item?.[key] ?? randomUUID())
  }
  return {
    company,
    site: await first('sites', 'id'),
    contact: await first('contacts', 'id'),
    right: await first('rights', 'id'),
    login: await first('users', 'login'),
    payment: await first('payment-details', 'id'),
  }
}

test.describe("another company's ids", () => {
  test('answer 404 to everybody who is not on its side, on every operation of the API', async ({ enter }) => {
    const operator = await enter('E-000000002', '/operateur')
    const carrier = await enter('E-000000001', '/exploitant')
    const ids = await idsOf(carrier.page, 'carrier', stranger)
    const { body } = await ask(operator.page, 'GET', '/api/openapi.json')
    const { paths } = body as { paths: Record<string, Record<string, Operation>> }
    const before = (await ask(carrier.page, 'GET', `/api/carrier/companies/${stranger}`)).body
    const tried: string[] = []
    for (const [path, operations] of Object.entries(paths)) {
      if (!path.includes('{company}')) continue
      const filled = path.replace('{universe}', 'operator').replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? randomUUID())
      for (const [verb, operation] of Object.entries(operations)) {
        const method = verb.toUpperCase() as Method
        const { data, type } = bodyFor(operation)
        const { status } = await ask(operator.page, method, filled, data, type)
        tried.push(`${method} ${path}`)
        // An empty body or a missing confirmation is refused before the company is looked for: nothing is said of it either.
        expect(operation.requestBody || status === 403 ? [403, 404, 422] : [404], `${method} ${filled}`).toContain(status)
      }
    }
    expect(tried.length).toBeGreaterThan(30)
    expect((await ask(carrier.page, 'GET', `/api/carrier/companies/${stranger}`)).body).toEqual(before)
  })
})
