import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as files from './architecture/file-rules.ts'
import * as imports from './architecture/import-rules.ts'
import { importsOf, readSourceTree } from './architecture/source-tree.ts'
import { treesAgree } from './architecture/tree-rules.ts'

const project = readSourceTree(resolve(import.meta.dirname, '../..'))

/** Each rule with small trees that break it: a rule that no longer sees anything would pass in silence. */
const rules: Readonly<Record<string, { rule: imports.Rule; breaks: readonly Readonly<Record<string, string>>[] }>> = {
  'the declarations import zod/mini only, their rules nothing': {
    rule: imports.apiStandsAlone,
    breaks: [
      { 'api/orders/life/orders.ts': "import pg from 'pg'" },
      { 'api/orders/life/orders.ts': "import { a } from '../../../server/a.ts'" },
      { 'api/companies/rules/payment/iban.ts': "import * as z from 'zod/mini'" },
      { 'api/rules/references.ts': "import { languages } from '#api/languages'" },
    ],
  },
  'the site and the server meet in the declarations only': {
    rule: imports.sidesStayApart,
    breaks: [
      { 'web/domains/orders/page.tsx': "import type { A } from '../../../server/app.ts'" },
      { 'server/app.ts': "import { a } from '../web/main.tsx'" },
      { 'web/main.tsx': "const a = await import('../server/app.ts')" },
    ],
  },
  'technique knows no domain': {
    rule: imports.platformKnowsNoDomain,
    breaks: [
      { 'server/platform/http/kernel.ts': "import { mintScope } from '../../domains/access/scope.ts'" },
      { 'web/ui/list.tsx': "import { x } from '../domains/orders/state.ts'" },
    ],
  },
  'test code stays in tests': {
    rule: imports.testsStayInTests,
    breaks: [{ 'server/domains/orders/place-order.ts': "import { testApp } from '../../testing/test-app.ts'" }],
  },
  'domains import earlier domains, and never their private files': {
    rule: imports.domainsInOrder,
    breaks: [
      { 'server/domains/companies/create-site.ts': "import { bill } from '../billing/bill.ts'" },
      { 'server/domains/billing/bill.ts': "import {\n  page,\n} from '../companies/companies.repository.ts'" },
      { 'server/domains/billing/runs/bill.ts': "export type { Row } from '../../orders/orders.presenter.ts'" },
      { 'web/domains/companies/company/sheet.tsx': "import { Bill } from '../../billing/bill.tsx'" },
      { 'web/domains/companies/company/sheet.tsx': "import type { Bill } from '#api/billing/bills'" },
      { 'api/companies/sites/sites.ts': "import type { Bill } from '../../billing/bills.ts'" },
    ],
  },
  'every domain has its place in the order': {
    rule: imports.domainsAreListed,
    breaks: [{ 'server/domains/surprises/a.ts': '' }, { 'web/domains/surprises/a.tsx': '' }, { 'api/surprises/a.ts': '' }],
  },
  'domains do not import what assembles them': {
    rule: imports.domainsDoNotAssemble,
    breaks: [{ 'server/domains/home/home.routes.ts': "import { portalRoutes } from '../../app.ts'" }],
  },
  'the three trees use the same names': {
    rule: treesAgree,
    breaks: [
      { 'api/billing/invoices.ts': '', 'server/domains/orders/life/place-order.ts': '' },
      { 'api/orders/basket/lines.ts': '', 'server/domains/orders/life/place-order.ts': '' },
      { 'web/domains/orders/orders-list/page.tsx': '', 'server/domains/orders/life/place-order.ts': '' },
    ],
  },
  'no cycle': {
    rule: imports.noCycles,
    breaks: [
      {
        'server/a.ts': "import { b } from './b.ts'",
        'server/b.ts': "import { c } from './c.ts'",
        'server/c.ts': "import type { A } from './a.ts'",
      },
    ],
  },
  'files are short': { rule: files.filesAreShort, breaks: [{ 'server/a.ts': '\n'.repeat(400) }] },
  'folders are small': {
    rule: files.foldersAreSmall,
    breaks: [Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`server/domains/orders/file-${index}.ts`, '']))],
  },
  'file names are clear': {
    rule: files.namesAreClear,
    breaks: [
      { 'server/placeOrder.ts': '' },
      { 'web/ui/utils.ts': '' },
      { 'server/helpers/a.ts': '' },
      { 'database/migrations/First.sql': '' },
    ],
  },
  'no barrel': {
    rule: files.noBarrels,
    breaks: [
      { 'server/domains/orders/index.ts': '' },
      { 'server/orders.ts': "export * from './a.ts'" },
      { 'server/b.ts': "export {\n  a,\n} from './a.ts'" },
    ],
  },
  'no default export': {
    rule: files.noDefaultExports,
    breaks: [{ 'server/a.ts': 'export default 1' }, { 'server/a.ts': 'const a = 1\nexport { a as default }' }],
  },
  'a Scope is made by access only': {
    rule: files.scopeIsMintedInAccess,
    breaks: [{ 'server/domains/orders/orders.jobs.ts': 'const scope = {} as Scope' }],
  },
  'time comes from the clock': {
    rule: files.timeComesFromTheClock,
    breaks: [
      { 'server/domains/orders/place-order.ts': 'const at = new Date()' },
      { 'server/domains/orders/orders.repository.ts': "sql('update orders set placed_at = now()')" },
    ],
  },
}

describe.each(Object.entries(rules))('%s', (_, { rule, breaks }) => {
  it('holds in the project', () => {
    expect(rule(project)).toEqual([])
  })

  it.each(breaks.map((tree) => [tree]))('would be seen broken: %o', (tree) => {
    expect(rule(new Map(Object.entries(tree)))).not.toEqual([])
  })
})

describe('the reader of imports', () => {
  it('sees every form and no comment', () => {
    const text = [
      "import './side-effect.ts'",
      "import a, { type B } from './a.ts'",
      "import type { C } from '#api/orders/reading/orders'",
      "export * as d from './d.ts'",
      "const e = await import('./e.ts')",
      "// import { no } from './comment.ts'",
      "/* import { no } from './comment.ts' */",
      "import pg from 'pg'",
    ].join('\n')
    expect(importsOf('server/x/file.ts', text).map(({ target }) => target)).toEqual([
      'server/x/side-effect.ts',
      'server/x/a.ts',
      'api/orders/reading/orders.ts',
      'server/x/d.ts',
      'pg',
      'server/x/e.ts',
    ])
  })

  it('reads the whole project', () => {
    expect(project.size).toBeGreaterThan(100)
    expect([...project].flatMap(([path, text]) => importsOf(path, text)).length).toBeGreaterThan(200)
  })
})
