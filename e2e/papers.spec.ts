import { expect, type Page } from '@playwright/test'
import type { OfferPage } from '#api/catalog/offers/offers'
import type { Order } from '#api/orders/reading/orders'
import { pdfText } from '../server/testing/pdf-text.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'
import { accept, addToBasket, choose, sites } from './rig/shop.ts'

const client = 'E-000000004'

const download = async (page: Page, path: string): Promise<string> => {
  const answer = await page.request.get(path)
  expect(answer.status(), path).toBe(200)
  return pdfText(await answer.body())
}

test.describe('papers, in the language of their reader', () => {
  test('every offer has a sheet, which the portal composes', async ({ enter }) => {
    const { page } = await enter(client, '/client/e-boutique/offres/TRUNK-SIP')
    await titled(page, 'TRUNK SIP')
    const href = await page.getByRole('link', { name: 'Fiche produit TRUNK SIP.pdf' }).getAttribute('href')
    const text = await download(page, href ?? '')
    for (const words of ['Fiche produit', 'Téléphonie IP'.toUpperCase(), 'Ce que vous choisissez'.toUpperCase(), 'Nos équipes'])
      expect(text).toContain(words)
    const { page: carrier } = await enter('E-000000001', '/exploitant/catalogue/offres/TRUNK-SIP')
    const { body } = await ask(carrier, 'GET', '/api/carrier/catalog/offers/TRUNK-SIP')
    expect((body as OfferPage).sheets).toMatchObject([{ name: 'Fiche produit TRUNK SIP.pdf', size: null }])
  })

  test('a backup names the access that it backs up, from the form to the order and its form', async ({ enter }) => {
    const { page } = await enter(client, '/client/e-boutique/commander/MOBILE-INTERNET')
    await titled(page, 'Commander Accès Internet 4G / 5G')
    await sites(page).nth(1).check()
    await page.getByRole('radio', { name: "Secours d'un accès existant" }).check()
    await page.getByRole('radio', { name: /^50 Go/ }).check()
    await page.getByRole('button', { name: 'Mettre au panier' }).click()
    await page.getByText('Choisissez un contrat.').waitFor()
    await choose(page, /Accès à secourir/, /OC39610/)
    await expectGoodLooks(page, 'backup-of-an-access')
    await addToBasket(page)
    await page
      .getByText(/OC39610/)
      .first()
      .waitFor()
    const window = await accept(page)
    await window.getByRole('textbox', { name: 'N° de bon de commande' }).fill('BC-2026-0184')
    await window.getByRole('button', { name: 'Commander' }).click()
    await titled(page, 'Commande confirmée')
    const [reference = ''] = await page.getByRole('list', { name: 'Commandes' }).getByRole('link').allInnerTexts()
    const path = `/api/client/orders/${reference}`
    const read = async () => (await ask(page, 'GET', path)).body as Order
    await expect.poll(async () => (await read()).documents.length, { timeout: 20_000 }).toBe(1)
    const [document] = (await read()).documents
    expect(document?.name).toBe(`Bon de commande ${reference}.pdf`)
    const text = await download(page, `${path}/documents/${document?.id}`)
    for (const words of ['Accès à secourir', 'OC39610', 'Agence de Bordeaux', 'Abonnement mensuel HT', 'BC-2026-0184'])
      expect(text).toContain(words)
    await page.goto('/client/commandes?purchaseOrder=BC-2026')
    await page.getByRole('link', { name: reference }).click()
    await titled(page, new RegExp(reference))
    await page.getByText('BC-2026-0184').waitFor()
  })
})
