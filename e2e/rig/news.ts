import { notificationFactory } from '../../server/domains/notifications/notifications.factory.ts'
import { testSecret } from '../../server/testing/test-template.ts'
import { test as journey } from './journey.ts'

/** What happens to « Ma Société » without anybody pressing anything, and what the database keeps of it. */
export interface News {
  deliverOrder(reference: string): Promise<unknown>
  changeSetting(reference: string): Promise<unknown>
  query<R extends object>(text: string, values?: readonly unknown[]): Promise<R[]>
}

export const test = journey.extend<{ readonly news: News }>({
  news: async ({ portal }, use) => {
    const factory = notificationFactory({ urls: portal.urls, clock: portal.clock, secret: testSecret, appUrl: portal.url })
    const query: News['query'] = async <R extends object>(text: string, values: readonly unknown[] = []) =>
      (await factory.pool.query<R>(text, [...values])).rows
    const [company] = await query<{ id: string }>(`select id from companies where reference = 'OIP-00000002'`)
    const companyId = company?.id ?? ''
    await use({
      deliverOrder: (reference) => factory.deliverOrder({ companyId, reference }),
      changeSetting: (reference) => factory.changeSetting({ companyId, reference }),
      query,
    })
    await factory.close()
  },
})
