import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import packageFile from '../../../../package.json' with { type: 'json' }
import { readDeclarations } from './declarations.ts'
import type { DocumentOptions } from './document.ts'
import { openApiDocument } from './document.ts'

interface Written {
  readonly text: string
  readonly etag: string
}

const write = async (options: Pick<DocumentOptions, 'endpoints' | 'serverUrl'>): Promise<Written> => {
  const text = JSON.stringify(openApiDocument({ ...options, declarations: await readDeclarations(), version: packageFile.version }))
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` }
}

/** `GET /api/openapi.json`: written when somebody first asks, and kept. */
export const serveOpenApi = (app: FastifyInstance, options: Pick<DocumentOptions, 'endpoints' | 'serverUrl'>): void => {
  let written: Promise<Written> | undefined
  app.get('/api/openapi.json', async (request, reply) => {
    written ??= write(options)
    const { text, etag } = await written
    reply.header('etag', etag)
    return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type('application/json').send(text)
  })
}
