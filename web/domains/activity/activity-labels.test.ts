import { describe, expect, it } from 'vitest'
import { notificationCategories, notificationChannels } from '#contract/notification-categories'
import { digests } from '#contract/notification-subscriptions'
import { universes } from '#contract/universes'
import { fieldLabel, valueText } from './activity-labels.ts'

describe('the history of notifications in words', () => {
  it.each(universes)('names every subscription of the universe %s', (universe) => {
    for (const channel of notificationChannels)
      expect(fieldLabel(`${universe}.${channel}`)).toMatch(/^Univers \p{L}+ · (Interface|E-mail)$/u)
    for (const category of notificationCategories) {
      const label = fieldLabel(`${universe}.${category}`)
      expect(label).toMatch(/^Univers \p{L}+ · \p{Lu}/u)
      expect(label).not.toContain(category)
    }
  })
  it('names the categories subscribed to', () => {
    expect(valueText('client.email', ['deliveries', 'tickets'])).toBe('Livraisons, Ticketing')
    expect(valueText('category', 'deliveries')).toBe('Livraisons')
  })
  it('leaves an address of the company as it is', () => {
    expect(valueText('client.deliveries', 'livraisons@ma-societe.example')).toBe('livraisons@ma-societe.example')
  })
  it('names the ways of grouping mails', () => {
    expect(fieldLabel('digest')).toBe('Envoi des courriels')
    for (const digest of digests) expect(valueText('digest', digest)).not.toBe(digest)
  })
})
