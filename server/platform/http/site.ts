import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../problem.ts'

/**
 * Serves the built site: assets immutable and precompressed; every other address is the application's page, in the reader's language and never
 * cached.
 */
export const serveSite = async (app: FastifyInstance, folder: string, appUrl: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) return
  const application = new URL(appUrl)
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.get('/*', { schema: { hide: true } as object }, async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}$/.test(request.url.split('?')[0] ?? '')) throw new Problem('not_found')
    // Passkeys refuse IP addresses: send browsers to the name.
    if (application.hostname === 'localhost' && request.hostname === '127.0.0.1' && request.headers.accept?.includes('text/html'))
      return reply.redirect(`${application.origin}${request.url}`, 302)
    const page = request.cookies.language === 'en' ? 'index.en.html' : 'index.html'
    reply.header('vary', 'cookie')
    // Compared by size and date, the page of one language would be taken for that of the other.
    return reply.sendFile(page, { etag: false, lastModified: false })
  })
}
