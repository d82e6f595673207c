import type { Buffer } from 'node:buffer'

export interface Envelope {
  readonly from: string
  readonly to: string
}

/**
 * What became of an attempt. `retry`: surely not taken, worth another attempt. `refused`: surely not taken, and never will be. `unknown`: the
 * message left and no answer came, so nobody can tell. `withheld`: surely not taken, because it was not to leave.
 */
export type Delivery =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'withheld' }
  | { readonly outcome: 'retry' | 'refused' | 'unknown'; readonly reason: string }

export interface Leave {
  /** A file-safe name of the mail. */
  readonly name: string
  /** Asked when everything is ready, before the first byte of the message: false forbids it. */
  readonly leaves?: () => Promise<boolean>
}

export interface MailTransport {
  /** Dialogues at a time that it stands, when it has a bound of its own. */
  readonly connections?: number
  /** Never rejects: what goes wrong is an outcome. */
  deliver(envelope: Envelope, message: Buffer, leave: Leave): Promise<Delivery>
  close(): Promise<void>
}
