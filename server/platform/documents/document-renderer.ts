import { type ChildProcess, fork } from 'node:child_process'
import type { Language } from '#api/languages'
import type { Logger } from '../logger.ts'

export type DocumentTemplate = 'sepa-mandate' | 'order-form' | 'delivery-note' | 'termination-notice' | 'offer-sheet'

/** The document cannot be set: a fault of its template or of its data, which no retry changes. */
export class DocumentUnreadable extends Error {
  override readonly name = 'DocumentUnreadable'
}

/** What stands at the head of a document in place of the portal's own mark. */
export interface PrintedLogo {
  readonly bytes: Buffer
  readonly type: 'image/png' | 'image/jpeg'
  /** Whose it is, for those who hear the page. */
  readonly name: string
}

/** Any document: which one is the template's to know. */
export interface PrintedDocument {
  readonly language: Language
  /** The issuer's, when it has one. */
  readonly logo: PrintedLogo | null
}

export interface DocumentRenderer {
  /** The document as PDF/A-3b, in its language. The same data gives the same bytes. `doc` is JSON; texts are printed literally. */
  render<D extends PrintedDocument>(template: DocumentTemplate, doc: D): Promise<Buffer>
  close(): Promise<void>
}

interface Waiting {
  readonly template: DocumentTemplate
  readonly doc: PrintedDocument
  attempts: number
  resolve(pdf: Buffer): void
  reject(error: Error): void
}

interface Answer {
  readonly ready?: true
  readonly pdf?: Uint8Array
  /** Why the logo is not on it. */
  readonly logoFailure?: string | undefined
  readonly failure?: string
}

const renderTimeoutMilliseconds = 60_000
const idleMilliseconds = 120_000

/**
 * Sets documents in a child process of its own, one after the other. It starts with the first document and leaves when idle; a crash costs
 * the current document one more attempt, never the server.
 */
export const createDocumentRenderer = (logger: Logger): DocumentRenderer => {
  const queue: Waiting[] = []
  let child: ChildProcess | undefined
  let current: Waiting | undefined
  let timer: NodeJS.Timeout | undefined
  let ready = false
  let closed = false

  const leave = () => {
    clearTimeout(timer)
    child?.disconnect()
    child = undefined
    ready = false
  }
  const next = () => {
    clearTimeout(timer)
    if (closed || current) return
    const [work] = queue
    if (!work) {
      timer = setTimeout(leave, idleMilliseconds)
      timer.unref()
      return
    }
    if (!child) return start()
    if (!ready) return
    current = queue.shift()
    work.attempts += 1
    child.ref()
    timer = setTimeout(() => child?.kill('SIGKILL'), renderTimeoutMilliseconds)
    child.send({ template: work.template, doc: work.doc })
  }
  const onMessage = ({ pdf, failure, logoFailure }: Answer) => {
    ready = true
    if (logoFailure !== undefined) logger.warn({ reason: logoFailure }, 'the logo cannot be printed: documents go out without it')
    const done = current
    current = undefined
    if (done && pdf) done.resolve(Buffer.from(pdf))
    else if (done) done.reject(new DocumentUnreadable(failure ?? 'No page came back.'))
    // An idle child does not keep a stopping process alive.
    child?.unref()
    child?.channel?.unref()
    next()
  }
  const onExit = (process: ChildProcess, code: number | null, signal: string | null) => {
    if (process !== child) return
    child = undefined
    ready = false
    const interrupted = current
    current = undefined
    if (closed) return
    logger.warn({ code, signal }, 'the typesetting process died')
    const victim = interrupted ?? queue[0]
    if (victim && interrupted && victim.attempts < 2) queue.unshift(victim)
    else if (victim) {
      if (!interrupted) queue.shift()
      victim.reject(new Error('The typesetting process died.'))
    }
    next()
  }
  const start = () => {
    // execArgv: the flags of the parent (a test runner, an inspector) are not the child's.
    const started = fork(new URL('typesetter.ts', import.meta.url), [], { serialization: 'advanced', execArgv: [] })
    child = started
    started.on('message', onMessage)
    started.on('error', (error) => logger.warn({ err: error }, 'the typesetting process failed'))
    started.on('exit', (code, signal) => onExit(started, code, signal))
  }

  return {
    render: (template, doc) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error('The renderer is closed.'))
        queue.push({ template, doc, attempts: 0, resolve, reject })
        next()
      }),
    async close() {
      closed = true
      clearTimeout(timer)
      for (const work of [...queue.splice(0), ...(current ? [current] : [])]) work.reject(new Error('The renderer is closed.'))
      const last = child
      if (!last || last.exitCode !== null) return
      await new Promise<void>((resolve) => {
        last.ref()
        last.once('exit', () => resolve())
        last.kill('SIGTERM')
      })
    },
  }
}
