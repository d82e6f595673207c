import { expect, type Page } from '@playwright/test'
import type { OfferVersion } from '#api/catalog/admin/offer-versions'
import { ask, titled } from './page.ts'

/** Boxes of the sites on the form of an offer. */
export const sites = (page: Page) => page.getByRole('list', { name: 'Sites' }).getByRole('checkbox')

export const choose = async (page: Page, label: RegExp, option: RegExp) => {
  await page
    .getByRole('combobox', { name: label })
    .or(page.getByRole('textbox', { name: label }))
    .first()
    .click()
  await page.getByRole('option', { name: option }).click()
}

/** From the button on an offer's page to its form. */
export const open = async (page: Page, name: string, button: 'Commander' | 'Choisir' = 'Commander') => {
  await page.getByRole('link', { name, exact: true }).click()
  await titled(page, name)
  await page.getByRole('link', { name: button, exact: true }).click()
  await titled(page, `Commander ${name}`)
}

export const addToBasket = async (page: Page) => {
  await page.getByRole('button', { name: 'Mettre au panier' }).click()
  await titled(page, 'Mon panier')
}

/** The window of the last look, with its terms accepted. */
export const accept = async (page: Page) => {
  await page.getByRole('button', { name: 'Commander', exact: true }).click()
  const window = page.getByRole('dialog', { name: 'Confirmer la commande' })
  await window.getByRole('region', { name: 'Conditions générales de vente' }).waitFor()
  for (const box of await window.getByRole('checkbox').all()) await box.check()
  return window
}

/** Takes the first answer of every choice that has none yet. */
export const answerChoices = async (page: Page) => {
  for (const group of await page.getByRole('radiogroup').all())
    if ((await group.getByRole('radio', { checked: true }).count()) === 0) await group.getByRole('radio').first().check()
}

/** Asks the API in the page's own name; gives what it answers. */
export const send = async <T>(page: Page, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, data?: object): Promise<T> => {
  const { status, body } = await ask(page, method, path, data)
  expect(status, `${method} ${path}: ${JSON.stringify(body)}`).toBeLessThan(300)
  return body as T
}

/** The carrier sells an offer dearer from today on. */
export const raise = async (page: Page, offer: string, cents: number, today: string) => {
  const path = `/api/carrier/catalog-admin/offers/${offer}`
  const { versions } = await send<{ versions: { number: number; stage: string }[] }>(page, 'GET', path)
  const from = versions.find(({ stage }) => stage === 'current')?.number ?? versions[0]?.number
  const draft = await send<OfferVersion>(page, 'POST', `${path}/versions`, { from, validFrom: today })
  const dearer = draft.prices.public.map((price) =>
    price.item === 'base' ? { ...price, monthlyCents: price.monthlyCents + cents } : price,
  )
  const { validFrom, validUntil, definition, prices, revision } = draft
  const form = { validFrom, validUntil, definition, prices: { ...prices, public: dearer }, revision }
  const kept = await send<OfferVersion>(page, 'PUT', `${path}/versions/${draft.number}`, form)
  await send(page, 'POST', `${path}/versions/${draft.number}/publish`, { revision: kept.revision })
}
