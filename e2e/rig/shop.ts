import type { Page } from '@playwright/test'
import { titled } from './page.ts'

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
