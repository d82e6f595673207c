import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'

const own = join(import.meta.dirname, 'reference')
const renderer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const files = [
  { url: '/api/docs', type: 'text/html; charset=utf-8', file: join(own, 'page.html') },
  { url: '/api/docs/page.css', type: 'text/css; charset=utf-8', file: join(own, 'page.css') },
  { url: '/api/docs/page.js', type: 'text/javascript; charset=utf-8', file: join(own, 'page.js') },
  { url: '/api/docs/renderer.css', type: 'text/css; charset=utf-8', file: join(renderer, 'swagger-ui.css') },
  { url: '/api/docs/renderer.js', type: 'text/javascript; charset=utf-8', file: join(renderer, 'swagger-ui-bundle.js') },
] as const

/** Nothing but what the portal itself serves, no style or script inside the page; the renderer's icons are in its style sheet. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** `GET /api/docs`: the document for people to read, by a renderer that comes with the portal. It needs no other host. */
export const serveReference = (app: FastifyInstance): void => {
  for (const { url, type, file } of files)
    app.get(url, async (_request, reply) =>
      reply
        .type(type)
        .header('content-security-policy', contentSecurityPolicy)
        // Checked again at each visit of the page only: its own files change with the portal.
        .header('cache-control', url === '/api/docs' ? 'no-cache' : 'private, max-age=3600')
        .send(await readFile(file)),
    )
}
