import type { Page } from '@playwright/test'
import { rioKey } from '#api/catalog/rules/porting/rio'
import { test } from './rig/journey.ts'
import { titled } from './rig/page.ts'
import { sites } from './rig/shop.ts'

const number = '0140506070'
const rio = `01EAB1234${rioKey('01EAB1234', number)}`

const bringAlong = async (page: Page, site: number, typed: string) => {
  await page.goto('/client/e-boutique/commander/TRUNK-SIP')
  await titled(page, 'Commander TRUNK SIP')
  await sites(page).nth(site).check()
  await page.getByRole('radio', { name: 'À la minute' }).check()
  await page.getByRole('radio', { name: /^Conserver mes numéros/ }).check()
  await page.getByRole('textbox', { name: /^Numéro principal/ }).fill(typed)
  await page.getByRole('textbox', { name: /^RIO/ }).fill(rio)
  await page.getByRole('radio', { name: 'Par enregistrement' }).check()
}

test.describe('A number brought along', () => {
  test('is refused at its field on a second site, however it is typed, before anything is sent', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/e-boutique')
    await bringAlong(page, 0, number)
    await page.getByRole('button', { name: 'Mettre au panier' }).click()
    await titled(page, 'Mon panier')
    await page.getByText('01 40 50 60 70').waitFor()

    await bringAlong(page, 1, '+33 1 40 50 60 70')
    await page.getByText('Une autre ligne du panier conserve déjà ce numéro.').waitFor()

    // A copy of the line is to be given its own.
    await page.goto('/client/e-boutique/panier')
    await page.getByRole('button', { name: 'Dupliquer « TRUNK SIP »' }).click()
    await page.getByText('Il manque : Numéro principal à conserver, RIO.').waitFor()
  })
})
