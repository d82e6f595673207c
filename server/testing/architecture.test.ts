import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { architectureRules, type SourceTree } from './architecture-rules.ts'

const root = new URL('../../', import.meta.url).pathname
const roots = ['contract', 'server', 'web', 'database', 'scripts', 'bench', 'e2e']

const sources = (): SourceTree => {
  const files = roots.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('web/paraglide/') && !file.endsWith('.gen.ts')),
  )
  return new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

const tree = sources()

/** For each rule, trees that must displease it: the check itself is checked. */
const broken: Record<keyof typeof architectureRules, readonly Record<string, string>[]> = {
  layers: [
    { 'contract/offers.ts': "import { db } from '../server/platform/db/query.ts'" },
    { 'contract/rules/fees.ts': "import { endpoint } from '../endpoint.ts'" },
    { 'web/domains/offers/offers-page.tsx': "import { x } from '../../../server/app.ts'" },
    { 'server/platform/clock.ts': "import { x } from '../domains/access/scope.ts'" },
  ],
  domainsInOrder: [
    { 'server/domains/companies/a.ts': "import { x } from '../identity/b.ts'" },
    { 'server/domains/identity/a.ts': "import { x } from '../companies/companies.repository.ts'" },
    { 'server/domains/novelty/a.ts': "import { x } from '../companies/b.ts'" },
  ],
  scopesMintedInAccess: [{ 'server/domains/companies/a.ts': 'const scope = {} as Scope' }],
  noCycles: [{ 'server/a.ts': "import { b } from './b.ts'", 'server/b.ts': "import { a } from './a.ts'" }],
  namesAndShapes: [
    { 'server/camelCase.ts': 'export const a = 1' },
    { 'server/utils.ts': 'export const a = 1' },
    { 'server/long.ts': 'x\n'.repeat(401) },
    { 'server/bad.ts': 'export default 1' },
    { 'server/all.ts': "export * from './a.ts'\nexport { b } from './b.ts'" },
  ],
  smallFolders: [Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`server/domains/access/file-${index}.ts`, '']))],
  oneZod: [{ 'server/a.ts': "import * as z from 'zod'" }],
  timeFromTheClock: [{ 'server/domains/access/a.ts': 'const now = Date.now()' }],
}

describe.each(Object.keys(architectureRules) as (keyof typeof architectureRules)[])('%s', (name) => {
  it('holds', () => expect(architectureRules[name](tree)).toEqual([]))
  it.each(broken[name].map((files) => [Object.keys(files)[0], files] as const))('is broken by %s', (_, files) => {
    expect(architectureRules[name](new Map(Object.entries(files)))).not.toEqual([])
  })
})
