import type { ResponseOf } from '#api/endpoint'
import { readMail } from '#api/notifications/sent-mails/sent-mails'
import { read } from '../../../platform/reading/read.ts'

export const mailQuery = (mail: string) => ({
  ...read(readMail, { params: { universe: 'carrier', mail } }),
  // A mail on its way settles within seconds.
  refetchInterval: ({ state: { data } }: { readonly state: { readonly data: ResponseOf<typeof readMail> | undefined } }) =>
    data?.state === 'queued' || data?.state === 'sending' ? 3000 : (false as const),
})
