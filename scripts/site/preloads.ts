import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import type { SitePreloads } from '../../server/platform/http/site-preloads.ts'
import { pageFiles } from './page-files.ts'

type Chunk = Rolldown.OutputChunk & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } }

/** Every file that comes with a chunk: its scripts and their styles. */
const filesOf = (chunk: Chunk, chunks: ReadonlyMap<string, Chunk>, found = new Set<string>()): Set<string> => {
  if (found.has(chunk.fileName)) return found
  found.add(chunk.fileName)
  for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style)
  for (const name of chunk.imports) {
    const next = chunks.get(name)
    if (next) filesOf(next, chunks, found)
  }
  return found
}

/**
 * Writes which files each address needs, beside the page of each language (`index.html.json`): the server names them in the answer's `Link`
 * header, so that a browser fetches the page's code together with the portal's and not after it.
 */
export const preloads = (web: string): Plugin => ({
  name: 'portal-preloads',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const page = Object.values(bundle).find(({ fileName }) => /^index(\.\w+)?\.html$/.test(fileName))
      const chunks = new Map(Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [[one.fileName, one as Chunk] as const] : [])))
      const byModule = new Map(
        [...chunks.values()].flatMap((chunk) => (chunk.facadeModuleId ? [[chunk.facadeModuleId, chunk] as const] : [])),
      )
      const entry = [...chunks.values()].find(({ isEntry }) => isEntry)
      if (!page || !entry) return
      // The page waits for this one before it is drawn.
      const already = filesOf(entry, chunks, new Set(['color-scheme.js']))
      const numbers = new Map([...already].map((file, number) => [file, number]))
      const needed = (module: string): number[] => {
        const chunk = byModule.get(module)
        if (!chunk) this.warn(`no file of its own for ${module}: it is not preloaded`)
        const files = chunk ? [...filesOf(chunk, chunks)].filter((file) => !already.has(file)) : []
        return files.map((file) => {
          const number = numbers.get(file) ?? numbers.size
          numbers.set(file, number)
          return number
        })
      }
      const frame = needed(join(web, 'app/shell/shell.tsx'))
      const routes = [...this.getModuleIds()].filter((id) => id.endsWith('.routes.tsx')).sort()
      const pages = routes.flatMap((id) =>
        pageFiles(id, readFileSync(id, 'utf8')).map(({ path, file }) => [path, needed(resolve(dirname(id), file))] as const),
      )
      const written: SitePreloads = {
        entry: [...already.keys()].map((_file, number) => number),
        frame,
        pages: Object.fromEntries(pages),
        files: [...numbers.keys()].map((file) => `/${file}`),
      }
      this.emitFile({ type: 'asset', fileName: `${page.fileName}.json`, source: JSON.stringify(written) })
    },
  },
})
