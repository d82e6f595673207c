import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Figure, rounded } from '../figure.ts'
import { progress } from '../rig/progress.ts'

const root = resolve(import.meta.dirname, '../..')
const site = join(root, 'dist/web')

interface Chunk {
  readonly file: string
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const build = (): Manifest => {
  progress('building the site')
  const built = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new Error('The site does not build.')
  return JSON.parse(readFileSync(`${site}-manifest.json`, 'utf8'))
}

/** Every chunk that comes with one, following static imports. */
const withImports = (manifest: Manifest, key: string, found = new Set<string>()): Set<string> => {
  if (found.has(key)) return found
  found.add(key)
  for (const next of manifest[key]?.imports ?? []) withImports(manifest, next, found)
  return found
}

/** kB of JavaScript that a page needs before it shows: the portal's own and the page's, with all that they import. */
export const bundle = async (): Promise<Figure[]> => {
  const manifest = build()
  const keys = Object.keys(manifest)
  const one = (end: string): string => {
    const key = keys.find((candidate) => candidate.endsWith(end))
    if (!key) throw new Error(`The build has no ${end}.`)
    return key
  }
  const sizes = new Map<string, number>()
  const sizeOf = (key: string): number => {
    const file = manifest[key]?.file ?? ''
    const known = sizes.get(file)
    if (known !== undefined) return known
    const size = file.endsWith('.js') ? gzipSync(readFileSync(join(site, file)), { level: 9 }).length : 0
    sizes.set(file, size)
    return size
  }
  const kilobytes = (entries: readonly string[]): number => {
    const chunks = new Set<string>()
    for (const entry of entries) withImports(manifest, entry, chunks)
    return [...chunks].reduce((sum, key) => sum + sizeOf(key), 0) / 1000
  }
  const entry = one('index.html')
  const pages = keys.filter((key) => /domains\/.*-page\.tsx$/.test(key))
  const routes = pages
    .map((page) => ({ page: basename(page, '.tsx'), size: kilobytes([entry, page]) }))
    .sort((one, other) => other.size - one.size)
  const [largest] = routes
  const home = kilobytes([entry, one('home/home-page.tsx')])
  return [
    {
      figure: 'home_javascript',
      value: rounded(home, 1),
      unit: 'kB gzip',
      bar: 240,
      sense: 'max',
      required: true,
      detail: { entry: rounded(kilobytes([entry]), 1) },
    },
    {
      figure: 'largest_route_javascript',
      value: rounded(largest?.size ?? Number.NaN, 1),
      unit: 'kB gzip',
      bar: 300,
      sense: 'max',
      required: true,
      detail: {
        routes: routes.length,
        largest: Object.fromEntries(routes.slice(0, 5).map(({ page, size }) => [page, rounded(size, 1)])),
      },
    },
  ]
}
