import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

/** Path from the root of the project → text. The rules read nothing else, so a fixture is a tree of a few lines. */
export type SourceTree = ReadonlyMap<string, string>

const roots = ['api', 'server', 'web', 'database', 'e2e', 'bench', 'scripts']
const skipped = new Set(['node_modules', 'messages.gen', 'public', 'schema.sql'])
const isSource = (name: string) => /\.(ts|tsx|mjs|css|sql)$/.test(name)

/** Every source file of the project; what a tool writes (`.gen.ts`, message modules) is left out. */
export const readSourceTree = (projectRoot: string): SourceTree => {
  const tree = new Map<string, string>()
  const walk = (folder: string) => {
    for (const entry of readdirSync(join(projectRoot, folder), { withFileTypes: true })) {
      const path = posix.join(folder, entry.name)
      if (skipped.has(entry.name) || entry.name.includes('.gen.')) continue
      if (entry.isDirectory()) walk(path)
      else if (isSource(entry.name)) tree.set(path, readFileSync(join(projectRoot, path), 'utf8'))
    }
  }
  for (const root of roots) walk(root)
  return tree
}

export const isTest = (path: string): boolean => /\.(test|spec|factory|fixture)\.tsx?$/.test(path) || path.startsWith('server/testing/')
export const isCode = (path: string): boolean => /\.tsx?$/.test(path)

export interface Import {
  /** Path from the root for the project's own files, else the package's specifier. */
  readonly target: string
  readonly isOwn: boolean
  /** Erased before anything runs. */
  readonly isTypeOnly: boolean
}

const aliases: Readonly<Record<string, string>> = { '#api/': 'api/', '#messages/': 'web/messages.gen/' }

const resolve = (from: string, specifier: string): Pick<Import, 'target' | 'isOwn'> => {
  if (specifier.startsWith('.')) return { target: posix.join(posix.dirname(from), specifier), isOwn: true }
  for (const [alias, folder] of Object.entries(aliases))
    if (specifier.startsWith(alias)) return { target: `${folder}${specifier.slice(alias.length)}.ts`, isOwn: true }
  return { target: specifier, isOwn: false }
}

const comments = /^\s*\/\/.*$|\/\*[\s\S]*?\*\//gm
const statements = /^[ \t]*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?(['"])([^'"\n]+)\2/gm
const dynamic = /\bimport\(\s*(['"])([^'"\n]+)\1\s*\)/g

/** What a file imports or re-exports, statically or not. */
export const importsOf = (path: string, text: string): Import[] => {
  const code = text.replaceAll(comments, '')
  return [
    ...[...code.matchAll(statements)].map(([, type, , specifier = '']) => ({
      ...resolve(path, specifier),
      isTypeOnly: type !== undefined,
    })),
    ...[...code.matchAll(dynamic)].map(([, , specifier = '']) => ({ ...resolve(path, specifier), isTypeOnly: false })),
  ]
}
