import type { Rule, Violation } from './import-rules.ts'
import { isCode, type SourceTree } from './source-tree.ts'

/** Pages that compose several nouns, and live where the latest of them does. */
const pagesOnly: Readonly<Record<string, string>> = {
  'access/could-do': 'what rights let do, in plain words, wherever rights are composed or given',
  'companies/activity': 'the history of a company, of its own domain on the server',
  'shop/offers': 'offers of the catalogue at the price of whoever pays, beside the basket',
  'shop/resale': 'resale prices of the catalogue, set for a client that the shop chooses',
}

const domain = /^(?:api|(?:server|web)\/domains)\/([a-z-]+)\//
const noun = /^(?:api|(?:server|web)\/domains)\/([a-z-]+\/[a-z-]+)\//

const namesUnder = (tree: SourceTree, root: string, name: RegExp): ReadonlySet<string> =>
  new Set([...tree.keys()].flatMap((path) => (isCode(path) && path.startsWith(`${root}/`) ? (name.exec(path)?.[1] ?? []) : [])))

/** One word for a thing in the three roots: what api/ declares and web/ shows, server/ does under the same name. */
export const treesAgree: Rule = (tree) => {
  const of = (root: string, name: RegExp) => namesUnder(tree, root, name)
  const domains = of('server/domains', domain)
  const nouns = of('server/domains', noun)
  const unknown = (root: string, names: Iterable<string>, known: (name: string) => boolean): Violation[] =>
    [...names]
      .filter((name) => !known(name))
      .map((name) => ({ path: `${root}/${name}`, rule: 'trees agree', detail: 'the server has no such name' }))
  const isFrame = (name: string) => name === 'rules' || name.endsWith('/rules')
  return [
    ...unknown('api', of('api', domain), (name) => isFrame(name) || domains.has(name)),
    ...unknown('api', of('api', noun), (name) => isFrame(name) || name.startsWith('rules/') || nouns.has(name)),
    ...unknown('web/domains', of('web/domains', domain), (name) => domains.has(name)),
    ...unknown('web/domains', of('web/domains', noun), (name) => nouns.has(name) || name in pagesOnly),
  ]
}
