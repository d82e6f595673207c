import { posix } from 'node:path'
import type { Rule, Violation } from './import-rules.ts'
import { isCode, isTest, type SourceTree } from './source-tree.ts'

const forEachFile = (tree: SourceTree, rule: string, judge: (path: string, text: string) => string | null): Violation[] =>
  [...tree].flatMap(([path, text]) => {
    const detail = judge(path, text)
    return detail === null ? [] : [{ path, rule, detail }]
  })

const maximumLines = 400

/** A file that must be scrolled for long holds two nouns. */
export const filesAreShort: Rule = (tree) =>
  forEachFile(tree, 'files are short', (path, text) => {
    const lines = text.split('\n').length
    return /\.(ts|tsx|mjs|css)$/.test(path) && lines > maximumLines ? `${lines} lines, at most ${maximumLines}` : null
  })

const maximumFiles = 14

/** Past about a dozen files a folder is nested by sub-noun. */
export const foldersAreSmall: Rule = (tree) => {
  const sources = [...tree.keys()].filter((path) => isCode(path) && !isTest(path))
  return [...Map.groupBy(sources, (path) => posix.dirname(path))]
    .filter(([, files]) => files.length > maximumFiles)
    .map(([folder, files]) => ({
      path: folder,
      rule: 'folders are small',
      detail: `${files.length} files, at most ${maximumFiles}: nest by sub-noun`,
    }))
}

/** kebab-case, and names that say what is inside. */
export const namesAreClear: Rule = (tree) =>
  forEachFile(tree, 'names are clear', (path) => {
    const name = posix.basename(path)
    if (path.endsWith('.sql')) return /^(\d{4}_)?[a-z0-9_]+\.sql$/.test(name) ? null : 'migrations are 0001_snake_case.sql'
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*\.(ts|tsx|mjs|css)$/.test(name)) return 'file names are kebab-case'
    return /(^|\/)(utils?|helpers?|misc|common)(\.|\/)/.test(path) ? 'say what it does' : null
  })

/** Callers import from where things are. */
export const noBarrels: Rule = (tree) =>
  forEachFile(tree, 'no barrels', (path, text) =>
    isCode(path) && (/(^|\/)index\.tsx?$/.test(path) || /^export\s+(type\s+)?(\*|\{[^}]*\})[^;\n]*\sfrom\s/m.test(text))
      ? 're-exports hide where things are'
      : null,
  )

/** Playwright asks this file for its default export. */
const loadedByName = 'e2e/rig/global-setup.ts'

/** One name everywhere for a thing. */
export const noDefaultExports: Rule = (tree) =>
  forEachFile(tree, 'no default exports', (path, text) =>
    isCode(path) && !path.endsWith('.config.ts') && path !== loadedByName && /^export\s+(default\b|\{[^}]*\bas\s+default\b)/m.test(text)
      ? 'export it by its name'
      : null,
  )

/** A Scope is made where rights are known, and nowhere else: no cast, no other maker. */
export const scopeIsMintedInAccess: Rule = (tree) =>
  forEachFile(tree, 'scope is minted in access', (path, text) =>
    isCode(path) &&
    path.startsWith('server/') &&
    !path.startsWith('server/domains/access/') &&
    !isTest(path) &&
    /\b(as|satisfies)\s+Scope\b|<Scope>\s*\{/.test(text)
      ? 'only the access domain makes a Scope'
      : null,
  )

/** Time comes from the portal's clock, in code and in SQL. */
export const timeComesFromTheClock: Rule = (tree) =>
  forEachFile(tree, 'time comes from the clock', (path, text) =>
    path.startsWith('server/domains/') &&
    !isTest(path) &&
    /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|(?<![\w.])now\(\)|\bcurrent_(timestamp|date)\b/i.test(text)
      ? 'ask the clock of the request or of the job'
      : null,
  )
