import { describe, expect, it } from 'vitest'
import { stepActors } from '#api/catalog/rules/offer-definition'
import { notificationCategories, notificationChannels } from '#api/notifications/notification-categories'
import { digests } from '#api/notifications/subscriptions/subscriptions'
import { terminationOrigins } from '#api/orders/termination/terminations'
import { subscriptionStates } from '#api/subscriptions/list/subscription-list'
import { orderStates, stepStates } from '#api/subscriptions/rules/operations'
import { universes } from '#api/universes'
import { fieldLabel, objectText, valueText } from './activity-labels.ts'

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

describe('the history of orders and contracts in words', () => {
  it.each([
    ['state', [...orderStates, ...stepStates, ...subscriptionStates]],
    ['origin', terminationOrigins],
    ['by', stepActors],
    ['actor', stepActors],
  ] as const)('names every code of « %s »', (field, codes) => {
    for (const code of codes) expect(valueText(field, code), code).not.toBe(code)
  })
  it('tells two orders of one offer apart', () => {
    const about = (objectKind: string, objectReference: string | null) =>
      objectText({ objectKind, objectReference, objectLabel: 'Fibre' } as Parameters<typeof objectText>[0])
    expect(about('order', 'COM00824')).toBe('Fibre [COM00824]')
    expect(about('accountcode', '145158')).toBe('Fibre [145158]')
    expect(about('site', '01a1fee6-d760-7009-b689-fa6492b06a39')).toBe('Fibre')
    expect(about('order', null)).toBe('Fibre')
  })
  it('names what the verbs record', () => {
    const recorded = ['order', 'origin', 'pilot', 'step', 'by', 'cause', 'actor', 'plannedOn', 'deliveredOn', 'terminatedOn', 'services']
    for (const field of [
      ...recorded,
      'closedServices',
      'document',
      'label',
      'partnerCode',
      'oneOffCents',
      'monthlyCents',
      'validFrom',
      'validUntil',
    ])
      expect(fieldLabel(field), field).not.toBe(field)
  })
  it('writes amounts and days as people do', () => {
    expect(valueText('monthlyCents', 18922)).toMatch(/^189,22\s€$/)
    expect(valueText('validUntil', '2027-03-15')).toBe('15/03/2027')
  })
})
