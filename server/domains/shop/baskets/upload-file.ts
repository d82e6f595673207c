import { Readable } from 'node:stream'
import type { QueryOf, ResponseOf } from '#api/endpoint'
import { basketFileBytes, basketFileTypes, type uploadBasketFile } from '#api/shop/baskets/baskets'
import type { Context } from '../../../platform/context.ts'
import { first } from '../../../platform/db/questions.ts'
import { FileRefused, type FileStore, type KeptFile } from '../../../platform/files/file-store.ts'
import { readAll } from '../../../platform/http/read-all.ts'
import { fieldProblem, Problem } from '../../../platform/problem.ts'
import { customerOf, customerRow } from '../customer.ts'
import { basketFileKind } from '../lines/line-facts.ts'

const keep = (
  files: FileStore,
  content: Buffer,
  { name = 'document', type = 'application/pdf' }: QueryOf<typeof uploadBasketFile>,
): Promise<KeptFile> =>
  files
    .keep(Readable.from([content]), { kind: basketFileKind, name, mediaType: type, maxBytes: basketFileBytes, allowed: basketFileTypes })
    .catch((error: unknown) => {
      if (!(error instanceof FileRefused)) throw error
      throw error.code === 'file_too_large' ? new Problem('body_too_large') : fieldProblem('file', error.code)
    })

/** Keeps a file that a characteristic asks for. Nobody's megabytes are taken before it is known that they may send them. */
export const uploadFile = async (
  ctx: Context,
  files: FileStore,
  reference: string,
  query: QueryOf<typeof uploadBasketFile>,
  stream: Readable,
): Promise<ResponseOf<typeof uploadBasketFile>> => {
  const { scope, company } = await ctx.read({ company: first(customerRow(reference)) })
  if (scope.readOnly) throw new Problem('read_only_session')
  const customer = customerOf(scope, company)
  // Read to its end first: a refusal is an answer, not a broken connection.
  const kept = await keep(files, await readAll(stream, basketFileBytes), query)
  try {
    await ctx.write((tx) =>
      // A file without a site is for who sees the whole company: a right limited to sites keeps its files on one of them.
      files.record(tx, kept, { companyId: customer.id, siteId: scope.allSites ? null : (scope.siteIds[0] ?? null), userId: scope.userId }),
    )
  } catch (error) {
    await files.discard(kept.storageKey)
    throw error
  }
  return { id: kept.id, name: kept.name, size: kept.size, mediaType: kept.mediaType }
}
