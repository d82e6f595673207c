import type { Buffer } from 'node:buffer'

export interface Envelope {
  readonly from: string
  readonly to: string
}

/**
 * What became of an attempt. `retry`: surely not taken, worth another attempt. `refused`: surely not taken, and never will be. `unknown`: the
 * message left and no answer came, so nobody can tell.
 */
export type Delivery = { readonly outcome: 'sent' } | { readonly outcome: 'retry' | 'refused' | 'unknown'; readonly reason: string }

export interface MailTransport {
  /** Never rejects: what goes wrong is an outcome. `name` is a file-safe name of the mail. */
  deliver(envelope: Envelope, message: Buffer, name: string): Promise<Delivery>
  close(): Promise<void>
}
