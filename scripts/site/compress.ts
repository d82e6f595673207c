import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** The server sends what was compressed once here, at the highest level, instead of compressing each answer. */
export const compress = (): Plugin => ({
  name: 'portal-compress',
  apply: 'build',
  writeBundle({ dir: folder = '' }) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue
      const path = join(folder, file)
      // Both languages share the chunks without a text.
      if (existsSync(`${path}.br`)) continue
      const bytes = readFileSync(path)
      if (bytes.length < 512) continue
      writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
      writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
    }
  },
})
