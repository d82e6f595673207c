import { renameSync, rmdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { compress } from './scripts/site/compress.ts'
import { languages } from './scripts/site/languages.ts'

const root = resolve(import.meta.dirname, 'web')
const builtSite = resolve(import.meta.dirname, 'dist/web')

/** What each page loads, for `npm run bench`: beside the site, not served with it. */
const manifestBeside = (): Plugin => ({
  name: 'portal-manifest',
  apply: 'build',
  applyToEnvironment: ({ name }) => name === 'client',
  writeBundle({ dir: outDir = builtSite }) {
    renameSync(join(outDir, '.vite/manifest.json'), `${outDir}-manifest.json`)
    rmdirSync(join(outDir, '.vite'))
  },
})

const holding = (language: string): EnvironmentOptions => ({ define: { 'import.meta.env.SITE_LANGUAGE': JSON.stringify(language) } })

/** One build for each language, in the same folder; see docs/decisions/0005-one-site-per-language.md. */
const siteEnvironments: Record<string, EnvironmentOptions> = {
  client: holding('fr'),
  english: { ...holding('en'), consumer: 'client', build: { emptyOutDir: false, copyPublicDir: false, manifest: false } },
}

/** What every page needs, then what most pages need: a file each, because many small ones come late. The rest the bundler splits by who uses it. */
const groups = [
  { name: 'portal', tags: ['$initial' as const], priority: 4 },
  { name: 'icons', test: /@tabler/, minShareCount: 3, priority: 3 },
  { name: 'kit', test: /node_modules/, minShareCount: 70, priority: 2 },
  { name: 'parts', test: /[\\/](web[\\/](ui|platform)|hooks)[\\/]/, minShareCount: 50, priority: 1 },
  { name: 'declarations', test: /[\\/]api[\\/]/, minShareCount: 12, priority: 1 },
]

export default defineConfig(({ command }) => ({
  root,
  plugins: [languages(root), react(), manifestBeside(), compress()],
  server: { port: 5301, strictPort: true, proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:5302' } },
  builder: {
    buildApp: async ({ build, environments: { client, english } }) => {
      if (client) await build(client)
      if (english) await build(english)
    },
  },
  // The development server and the tests hold both languages.
  environments: command === 'build' ? siteEnvironments : {},
  build: {
    outDir: builtSite,
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Browsers that know light-dark(): lowered, it would no longer follow the person's choice.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    // The kit's styles are most of them; a file for each part would be one more request to wait for.
    cssCodeSplit: false,
    reportCompressedSize: false,
    // `npm run bench -- bundle` holds the weight.
    chunkSizeWarningLimit: 800,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
}))
