import { readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { writeMessages } from './scripts/messages.ts'

const root = resolve(import.meta.dirname, 'web')
const builtSite = resolve(import.meta.dirname, 'dist/web')

const messages = (): Plugin => ({
  name: 'portal-messages',
  buildStart() {
    const faults = writeMessages(root)
    for (const fault of faults) this.warn(fault)
  },
  configureServer(server) {
    server.watcher.on('change', (file) => {
      if (file.startsWith(join(root, 'messages'))) writeMessages(root)
    })
  },
})

/** What each page loads, for `npm run bench`: beside the site, not served with it. */
const manifestBeside = (): Plugin => ({
  name: 'portal-manifest',
  apply: 'build',
  writeBundle({ dir: outDir = builtSite }) {
    renameSync(join(outDir, '.vite/manifest.json'), `${outDir}-manifest.json`)
    rmdirSync(join(outDir, '.vite'))
  },
})

/** The server sends what was compressed once here, at the highest level, instead of compressing each answer. */
const precompress = (): Plugin => ({
  name: 'portal-precompress',
  apply: 'build',
  writeBundle({ dir: outDir = builtSite }) {
    for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue
      const path = join(outDir, file)
      const bytes = readFileSync(path)
      if (bytes.length < 512) continue
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
    }
  },
})

export default defineConfig({
  root,
  plugins: [messages(), react(), manifestBeside(), precompress()],
  server: { port: 5301, strictPort: true, proxy: { '/api': process.env.API_URL ?? 'http://127.0.0.1:5302' } },
  build: {
    outDir: builtSite,
    emptyOutDir: true,
    manifest: true,
    target: 'es2023',
    // Browsers that know light-dark(): lowered, it would no longer follow the person's choice.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler)\//, priority: 3 },
            {
              name: 'tanstack',
              test: /node_modules\/@tanstack\/(react-router|router-core|history|react-query|query-core|store|react-store)\//,
              priority: 2,
            },
          ],
        },
      },
    },
  },
})
