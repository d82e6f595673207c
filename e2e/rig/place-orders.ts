import { expect, type Page } from '@playwright/test'
import type { OfferPage } from '#api/catalog/offers/offers'
import type { Characteristic } from '#api/catalog/rules/offer-definition'
import type { Placed } from '#api/orders/life/placing'
import type { Basket } from '#api/shop/baskets/baskets'
import type { Universe } from '#api/universes'
import { ask } from './page.ts'

/** Answers that the patterns of the demonstration's offers accept. */
const known: Readonly<Record<string, string>> = { line_number: '0140506070', subdomain: 'exemple', domain: 'exemple.fr' }

const answer = (characteristic: Characteristic): string | number | boolean => {
  if (known[characteristic.key]) return known[characteristic.key] ?? ''
  if (characteristic.type === 'choice') return characteristic.options[0]?.value ?? ''
  if (characteristic.type === 'number') return Math.max(characteristic.minimum, characteristic.step)
  if (characteristic.type === 'boolean') return true
  if (characteristic.type === 'phone') return '0140506070'
  if (characteristic.type === 'email') return 'contact@exemple.fr'
  if (characteristic.type === 'ip') return '192.0.2.10'
  return characteristic.type === 'date' ? '2027-03-15' : 'Rez-de-chaussée'
}

const get = async <T>(page: Page, path: string): Promise<T> => {
  const { status, body } = await ask(page, 'GET', path)
  expect(status, path).toBe(200)
  return body as T
}

/** Orders offers for a company as the page's person, with the least that their forms ask for, on its first site. */
export const placeOrders = async (
  page: Page,
  universe: Universe,
  company: string,
  ...offers: readonly string[]
): Promise<Placed['orders']> => {
  const api = `/api/${universe}/companies/${company}`
  const sites = await get<{ items: { id: string }[] }>(page, `${api}/sites`)
  for (const code of offers) {
    const { definition } = await get<OfferPage>(page, `/api/${universe}/catalog/offers/${code}?company=${company}`)
    const values = Object.fromEntries(definition.characteristics.filter(({ required }) => required).map((each) => [each.key, answer(each)]))
    const line = { offer: code, contract: null, siteIds: [sites.items[0]?.id], values, wishedOn: null, onsiteContactId: null }
    const months = definition.commitments.map((each) => each.months).find((each) => each <= 24) ?? 0
    const added = await ask(page, 'POST', `${api}/basket/lines`, { ...line, commitmentMonths: months })
    expect(added.status, JSON.stringify(added.body)).toBe(201)
  }
  const basket = await get<Basket>(page, `${api}/basket`)
  const body = { basketId: basket.id, version: basket.version, termsVersion: basket.termsVersion }
  const placed = await ask(page, 'POST', `${api}/basket/order`, body)
  expect(placed.status, JSON.stringify(placed.body)).toBe(201)
  return (placed.body as Placed).orders
}
