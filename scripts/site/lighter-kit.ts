import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Cuts one import of the kit that would bring 15 kB to every page with a table; see web/ui/kit/merge-refs.ts. */
export const lighterKit = (web: string): Plugin => ({
  name: 'portal-lighter-kit',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /^@floating-ui\/react$/ },
    handler: (_source, importer) =>
      importer && /[\\/]ScrollArea[\\/]ScrollArea\.mjs$/.test(importer) ? join(web, 'ui/kit/merge-refs.ts') : null,
  },
})
