import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Compiles web/messages/{fr,en}/<domain>.json into typed functions, one module per domain in web/messages.gen (not committed). A message is a
 * string with `{parameters}`, or an object of plural forms (`zero`, `one`, `other`) that reads the parameter `count`.
 * Each page imports only its own domain's module, so that a route loads no other domain's texts.
 */
const languages = ['fr', 'en'] as const
const forms = ['zero', 'one', 'other'] as const
type Text = string | { readonly zero?: string; readonly one?: string; readonly other: string }
type Catalogue = Readonly<Record<string, Text>>

const parametersOf = (text: Text): string[] => {
  const parts = typeof text === 'string' ? [text] : forms.flatMap((form) => text[form] ?? [])
  const names = parts.flatMap((part) => [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))
  return [...new Set(typeof text === 'string' ? names : [...names, 'count'])].sort()
}

const textsOf = (text: Text): string => (typeof text === 'string' ? text : Object.values(text).join(' '))

const literal = (part: string): string =>
  /\{\w+\}/.test(part)
    ? `\`${part.replace(/[`\\]|\$(?=\{)/g, '\\$&').replace(/\{(\w+)\}/g, (_, name: string) => `\${show(p.${name})}`)}\``
    : JSON.stringify(part)

const expression = (text: Text): string => {
  if (typeof text === 'string') return literal(text)
  const one = literal(text.one ?? text.other)
  const plural = `plural(p.count) === 'one' ? ${one} : ${literal(text.other)}`
  return text.zero === undefined ? `(${plural})` : `(p.count === 0 ? ${literal(text.zero)} : ${plural})`
}

const moduleOf = (french: Catalogue, english: Catalogue): string => {
  const lines = Object.entries(french).map(([key, text]) => {
    const translated = english[key] ?? text
    const parameters = parametersOf(text)
    const type = parameters.map((name) => `${name}: ${name === 'count' ? 'number' : 'string | number'}`).join('; ')
    const same = JSON.stringify(text) === JSON.stringify(translated)
    const value = same ? expression(text) : `isFrench() ? ${expression(text)} : ${expression(translated)}`
    return `export const ${key} = (${type && `p: { ${type} }`}): string => ${value}`
  })
  const body = lines.join('\n')
  const used = ['isFrench', 'plural', 'show'].filter((name) => body.includes(`${name}(`))
  const head = used.length > 0 ? `import { ${used.join(', ')} } from '../platform/language.ts'\n\n` : ''
  return `${head}${body}\n`
}

/** Compiles every domain. `faults` lists keys that miss in a language, differ in parameters or are ill-named. */
export const compileMessages = (root: string): { modules: ReadonlyMap<string, string>; faults: readonly string[] } => {
  const faults: string[] = []
  const modules = new Map<string, string>()
  const domainsOf = (language: string): string[] =>
    readdirSync(join(root, language))
      .filter((file) => file.endsWith('.json'))
      .map((file) => file.slice(0, -5))
  const domains = [...new Set(languages.flatMap(domainsOf))].sort()
  const read = (language: string, domain: string): Catalogue => {
    try {
      return JSON.parse(readFileSync(join(root, language, `${domain}.json`), 'utf8')) as Catalogue
    } catch (error) {
      faults.push(`${language}/${domain}.json: ${error instanceof Error ? error.message : String(error)}`)
      return {}
    }
  }
  for (const domain of domains) {
    const french = read('fr', domain)
    const english = read('en', domain)
    for (const key of new Set([...Object.keys(french), ...Object.keys(english)])) {
      const [fr, en] = [french[key], english[key]]
      if (!/^[a-z][a-z0-9_]*$/.test(key)) faults.push(`${domain}: ${key} is not snake_case`)
      if (fr === undefined || en === undefined) faults.push(`${domain}: ${key} misses in ${fr === undefined ? 'fr' : 'en'}`)
      else if (/\p{L}'\p{L}/u.test(`${textsOf(fr)} ${textsOf(en)}`)) faults.push(`${domain}: ${key} has a straight apostrophe instead of ’`)
      else if (parametersOf(fr).join() !== parametersOf(en).join()) faults.push(`${domain}: ${key} has other parameters in en than in fr`)
    }
    modules.set(domain, moduleOf(french, english))
  }
  return { modules, faults }
}

/** Writes the compiled modules where the web imports them (`#messages/<domain>`); returns the faults. */
export const writeMessages = (web: string): readonly string[] => {
  const { modules, faults } = compileMessages(join(web, 'messages'))
  const out = join(web, 'messages.gen')
  mkdirSync(out, { recursive: true })
  for (const file of readdirSync(out)) if (!modules.has(file.replace(/\.ts$/, ''))) rmSync(join(out, file))
  for (const [domain, text] of modules) {
    const file = join(out, `${domain}.ts`)
    let before = ''
    try {
      before = readFileSync(file, 'utf8')
    } catch {}
    if (before !== text) writeFileSync(file, text)
  }
  return faults
}

if (import.meta.main) {
  const faults = writeMessages(join(import.meta.dirname, '..', 'web'))
  for (const fault of faults) console.error(`messages: ${fault}`)
  if (process.argv.includes('--check') && faults.length > 0) process.exitCode = 1
}
