import { type Import, importsOf, isCode, isTest, type SourceTree } from './source-tree.ts'

export interface Violation {
  readonly path: string
  readonly rule: string
  readonly detail: string
}

export type Rule = (tree: SourceTree) => Violation[]

/** The business in dependency order: each domain imports only those before it. */
export const domainOrder: readonly string[] = [
  'activity',
  'companies',
  'access',
  'identity',
  'imports',
  'notifications',
  'catalog',
  'shop',
  'qualification',
  'quotes',
  'subscriptions',
  'services',
  'telephony',
  'monitoring',
  'equipment',
  'orders',
  'conversations',
  'tickets',
  'usage',
  'fraud',
  'billing',
  'search',
  'home',
]

const forEachImport = (tree: SourceTree, rule: string, judge: (path: string, imported: Import) => string | null): Violation[] =>
  [...tree].flatMap(([path, text]) =>
    isCode(path)
      ? importsOf(path, text).flatMap((imported) => {
          const detail = judge(path, imported)
          return detail === null ? [] : [{ path, rule, detail: `${imported.target}: ${detail}` }]
        })
      : [],
  )

const isUnder = (path: string, ...folders: string[]) => folders.some((folder) => path.startsWith(`${folder}/`))
const domainOf = (path: string): string | null => /^server\/domains\/([^/]+)\//.exec(path)?.[1] ?? null
/** The domain of a file of any of the three roots; `api/rules` and what else stands at a root belong to none. */
const nounOf = (path: string): string | null => /^(?:api|(?:server|web)\/domains)\/(?!rules\/)([^/]+)\//.exec(path)?.[1] ?? null
const isRule = (path: string): boolean => /^api\/(?:[^/]+\/)?rules\//.test(path)

/** api/ is the lowest layer; its pure rules stand alone, so that both sides run them. */
export const apiStandsAlone: Rule = (tree) =>
  forEachImport(tree, 'api stands alone', (path, { target, isOwn }) => {
    if (!isUnder(path, 'api') || isTest(path)) return null
    if (isRule(path)) return isOwn && isRule(target) ? null : 'a rule imports only other rules'
    return target === 'zod/mini' || (isOwn && isUnder(target, 'api')) ? null : 'the declarations import zod/mini and themselves only'
  })

/** The two sides meet in api/ only. */
export const sidesStayApart: Rule = (tree) =>
  forEachImport(tree, 'sides stay apart', (path, { target, isOwn }) => {
    if (!isOwn) return null
    if (isUnder(path, 'web') && isUnder(target, 'server', 'database', 'e2e', 'bench', 'scripts'))
      return 'the site imports the declarations of api/ only'
    if (isUnder(path, 'server') && !isTest(path) && isUnder(target, 'web', 'e2e', 'bench', 'scripts'))
      return 'the server never imports the site or tools'
    return null
  })

/** platform knows no domain; on the web neither platform nor the design kit does. */
export const platformKnowsNoDomain: Rule = (tree) =>
  forEachImport(tree, 'platform knows no domain', (path, { target, isOwn }) => {
    if (!isOwn || isTest(path)) return null
    if (isUnder(path, 'server/platform') && isUnder(target, 'server') && !isUnder(target, 'server/platform'))
      return 'technique does not know the business'
    if (isUnder(path, 'web/platform', 'web/ui') && isUnder(target, 'web/domains', 'web/app')) return 'technique does not know the business'
    return null
  })

/** Tests' helpers never reach the running portal. */
export const testsStayInTests: Rule = (tree) =>
  forEachImport(tree, 'tests stay in tests', (path, { target, isOwn }) =>
    isOwn && isTest(target) && !isTest(path) && isUnder(path, 'api', 'server', 'web') ? 'test code in the running portal' : null,
  )

const isPrivate = (path: string) => /\.(repository|routes|presenter)\.ts$/.test(path)

/** In each root a domain imports earlier domains only, and on the server their verbs and pure rules only. */
export const domainsInOrder: Rule = (tree) =>
  forEachImport(tree, 'domains in order', (path, { target, isOwn }) => {
    const from = nounOf(path)
    const to = isOwn ? nounOf(target) : null
    if (from === null || to === null || from === to || isTest(path)) return null
    if (domainOrder.indexOf(to) > domainOrder.indexOf(from)) return `${from} comes before ${to}`
    return isUnder(path, 'server') && isPrivate(target) ? `the repository, routes and presenter of ${to} are its own` : null
  })

/** A new domain takes its place in the order. */
export const domainsAreListed: Rule = (tree) =>
  [...new Set([...tree.keys()].map(nounOf))]
    .filter((domain) => domain !== null && !domainOrder.includes(domain))
    .map((domain) => ({ path: `${domain}`, rule: 'domains are listed', detail: 'give it its place in domainOrder' }))

/** Only the files at the server's root assemble the domains. */
export const domainsDoNotAssemble: Rule = (tree) =>
  forEachImport(tree, 'domains do not assemble', (path, { target, isOwn }) =>
    isOwn &&
    domainOf(path) !== null &&
    !isTest(path) &&
    /^server\/(app|worker|main|portal|launch|http-server|worker-main)\.ts$/.test(target)
      ? 'a domain never imports what assembles it'
      : null,
  )

/** No ring of files that need one another, types included. */
export const noCycles: Rule = (tree) => {
  const graph = new Map(
    [...tree]
      .filter(([path]) => isCode(path))
      .map(([path, text]) => [path, importsOf(path, text).flatMap(({ target, isOwn }) => (isOwn && tree.has(target) ? [target] : []))]),
  )
  const done = new Set<string>()
  const violations: Violation[] = []
  const visit = (path: string, trail: readonly string[]) => {
    const start = trail.indexOf(path)
    if (start >= 0) violations.push({ path, rule: 'no cycles', detail: [...trail.slice(start), path].join(' → ') })
    if (start >= 0 || done.has(path)) return
    for (const next of graph.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys()) visit(path, [])
  return violations
}
