import { dirname, join, normalize } from 'node:path'

/** A source tree: path from the root of the project → text. */
export type SourceTree = ReadonlyMap<string, string>

/** Domains in order: each imports only those before it. */
export const domainOrder = [
  'activity',
  'companies',
  'access',
  'identity',
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
] as const

const maximumLines = 400
const maximumFilesInFolder = 14

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** What a file imports: paths from the root for the project's own files, names for packages. */
export const importsOf = (path: string, text: string): string[] =>
  [...text.matchAll(importPattern)].map((match) => {
    const specifier = match[1] ?? match[2] ?? match[3] ?? ''
    if (specifier.startsWith('.')) return normalize(join(dirname(path), specifier))
    return specifier.startsWith('#contract/') ? `contract/${specifier.slice('#contract/'.length)}.ts` : specifier
  })

const isTest = (path: string): boolean =>
  /\.(test|factory)\.tsx?$/.test(path) || path.startsWith('server/testing/') || path.startsWith('server/scenarios/')
const isOwn = (target: string): boolean => /^(contract|server|web|database|scripts|bench|e2e)\//.test(target)
const domainOf = (path: string): string | undefined => /^server\/domains\/([^/]+)\//.exec(path)?.[1]
const rank = (domain: string): number => (domainOrder as readonly string[]).indexOf(domain)

type Rule = (tree: SourceTree) => string[]

const eachImport = (tree: SourceTree, judge: (path: string, target: string, text: string) => string | false | undefined): string[] =>
  [...tree].flatMap(([path, text]) =>
    importsOf(path, text).flatMap((target) => {
      const complaint = judge(path, target, text)
      return complaint ? [`${path}: ${complaint} (${target})`] : []
    }),
  )

const layers: Rule = (tree) =>
  eachImport(tree, (path, target) => {
    if (path.startsWith('contract/rules/') && !isTest(path) && isOwn(target) && !target.startsWith('contract/rules/'))
      return 'a rule imports from outside rules'
    if (path.startsWith('contract/') && !isTest(path))
      return !target.startsWith('contract/') && target !== 'zod/mini' && 'the contract imports zod/mini only'
    if (path.startsWith('web/')) return target.startsWith('server/') && 'the web imports the server'
    if (path.startsWith('server/') && target.startsWith('web/')) return 'the server imports the web'
    if (path.startsWith('server/platform/') && !isTest(path)) return target.startsWith('server/domains/') && 'the platform knows a domain'
    return undefined
  })

const domainsInOrder: Rule = (tree) =>
  eachImport(tree, (path, target) => {
    const own = domainOf(path)
    const other = domainOf(target)
    if (!own || isTest(path)) return undefined
    if (rank(own) < 0) return `the domain ${own} is not in the order`
    if (!other || other === own) return undefined
    if (rank(other) > rank(own)) return `${own} imports the later domain ${other}`
    return /\.(repository|routes|presenter)\.ts$/.test(target) && `${own} imports the inside of ${other}`
  })

const scopesMintedInAccess: Rule = (tree) =>
  [...tree].flatMap(([path, text]) =>
    !path.startsWith('server/domains/access/') && /\bas (unknown as )?Scope\b/.test(text) && !isTest(path)
      ? [`${path}: makes a Scope`]
      : [],
  )

const noCycles: Rule = (tree) => {
  const edges = new Map(
    [...tree].map(([path, text]) => [
      path,
      importsOf(path, text.replaceAll(/import type [^'"]*['"][^'"]+['"]/g, '')).filter((target) => tree.has(target)),
    ]),
  )
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) {
      cycles.push([...trail.slice(start), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}

const namesAndShapes: Rule = (tree) =>
  [...tree].flatMap(([path, text]) => {
    const complaints: string[] = []
    const file = path.split('/').at(-1) ?? ''
    const base = file.replace(/\.(d\.ts|config\.ts|tsx?)$/, '')
    if (!/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(base)) complaints.push('not kebab-case')
    if (/^(index|utils?|helpers?|misc|common)$/.test(base.split('.')[0] ?? '') && !/messages/.test(path))
      complaints.push('a name that says nothing')
    if (text.split('\n').length - 1 > maximumLines) complaints.push(`over ${maximumLines} lines`)
    if (/^export default\b/m.test(text) && !file.endsWith('.config.ts')) complaints.push('default export')
    const statements = text
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('//'))
    if (statements.length > 0 && statements.every((line) => /^export (\*|\{[^}]*\}) from /.test(line))) complaints.push('a barrel')
    return complaints.map((complaint) => `${path}: ${complaint}`)
  })

const smallFolders: Rule = (tree) => {
  const counts = new Map<string, number>()
  for (const path of tree.keys())
    if (!isTest(path) && !path.startsWith('contract/') && !path.startsWith('e2e/'))
      counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1)
  return [...counts].filter(([, count]) => count > maximumFilesInFolder).map(([folder, count]) => `${folder}: ${count} files`)
}

const oneZod: Rule = (tree) =>
  eachImport(tree, (_path, target) => (target === 'zod' || target === 'zod/v4') && 'zod of another flavour than zod/mini')

const timeFromTheClock: Rule = (tree) =>
  [...tree].flatMap(([path, text]) =>
    domainOf(path) && !isTest(path) && /\bDate\.now\(\)|new Date\(\)|Temporal\.Now/.test(text)
      ? [`${path}: reads the machine's clock`]
      : [],
  )

/** Every rule by name. Each has a fixture that breaks it in architecture.test.ts. */
export const architectureRules = {
  layers,
  domainsInOrder,
  scopesMintedInAccess,
  noCycles,
  namesAndShapes,
  smallFolders,
  oneZod,
  timeFromTheClock,
} satisfies Record<string, Rule>
