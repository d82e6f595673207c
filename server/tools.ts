import { join } from 'node:path'
import type { Clock } from './platform/clock.ts'
import type { Configuration } from './platform/configuration.ts'
import { createDocumentRenderer, type DocumentRenderer } from './platform/documents/document-renderer.ts'
import { createFileStore, type FileStore } from './platform/files/file-store.ts'
import type { Logger } from './platform/logger.ts'
import { createMailQueue, type MailQueue } from './platform/mail/mail-queue.ts'
import type { EventStreams } from './platform/realtime/event-stream.ts'
import { createSecretBox, type SecretBox } from './platform/secrets/secret-box.ts'

/** What the domains' routes and jobs need beyond their context. */
export interface Tools {
  readonly clock: Clock
  readonly logger: Logger
  readonly appUrl: string
  readonly dataDir: string
  readonly secrets: SecretBox
  readonly mails: MailQueue
  readonly documents: DocumentRenderer
  readonly files: FileStore
  /** null where nothing is streamed: the worker, tests without a hub. */
  readonly streams: EventStreams | null
}

interface Options {
  readonly configuration: Pick<Configuration, 'appUrl' | 'dataDir' | 'secretKeys'>
  readonly clock: Clock
  readonly logger: Logger
}

export const createTools = ({ configuration: { appUrl, dataDir, secretKeys }, clock, logger }: Options): Tools => {
  const secrets = createSecretBox(secretKeys)
  return {
    clock,
    logger,
    appUrl,
    dataDir,
    secrets,
    mails: createMailQueue({ secrets, appUrl }),
    documents: createDocumentRenderer(logger),
    files: createFileStore(join(dataDir, 'files'), () => clock.now()),
    streams: null,
  }
}
