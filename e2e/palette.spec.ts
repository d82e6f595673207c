import { expect, type Locator, type Page } from '@playwright/test'
import { phone } from './rig/browser.ts'
import { test } from './rig/journey.ts'
import { expectAccessible, expectFits, expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'

const field = (page: Page): Locator => page.getByRole('combobox', { name: 'Rechercher' })
const group = (page: Page, name: string): Locator => page.getByRole('group', { name, exact: true })
const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k')
  await field(page).waitFor()
}

test.describe('the palette', () => {
  test('forgives typing errors in names and in references', async ({ enter }) => {
    const { page } = await enter('E-000000003', '/ambassadeur')
    await titled(page, 'Mon Univers Ambassadeur')
    await openPalette(page)
    await field(page).fill('Ma Socité')
    await group(page, 'Orthographe proche')
      .getByRole('option', { name: /Ma Société.*OIP-00000002/ })
      .waitFor()
    await field(page).fill('0C40482')
    const contract = group(page, 'Résultats').getByRole('option', { name: /OC40482/ })
    await contract.waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/offres-contractees\/OC40482$/)
  })

  test('begins with favourites and what was opened last, on every device, until it is out of sight', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/catalogue/offres-contractees/OC40482', { ownSession: true })
    const star = page.getByRole('button', { name: 'Favori', exact: true })
    const remembered = page.waitForResponse((answer) => answer.url().endsWith('/search/seen') && answer.ok())
    await star.waitFor()
    await remembered
    const seenAsWell = page.waitForResponse((answer) => answer.url().endsWith('/search/seen') && answer.ok())
    await page.goto('/client/catalogue/offres-contractees/OC40479')
    await seenAsWell
    await openPalette(page)
    await group(page, 'Vus récemment')
      .getByRole('option')
      .first()
      .getByText(/OC40479/)
      .waitFor()
    await page.keyboard.press('Control+d')
    const favourites = group(page, 'Favoris').getByRole('option')
    await favourites.getByText(/OC40479/).waitFor()
    await expect(page.getByRole('status').filter({ hasText: 'ajouté aux favoris' })).toHaveCount(1)
    await expectGoodLooks(page, 'palette')
    await page.keyboard.press('Escape')
    await expect(star).toHaveAttribute('aria-pressed', 'true')

    const { page: elsewhere } = await enter('E-000000004', '/client', { viewport: phone, ownSession: true })
    await titled(elsewhere, 'Mon Univers Client')
    await elsewhere.getByRole('button', { name: 'Rechercher', exact: true }).first().click()
    await group(elsewhere, 'Favoris')
      .getByRole('option', { name: /OC40479/ })
      .waitFor()
    await group(elsewhere, 'Vus récemment')
      .getByRole('option', { name: /OC40482/ })
      .waitFor()
    await expectAccessible(elsewhere)
    await expectFits(elsewhere)

    await star.click()
    await expect(star).toHaveAttribute('aria-pressed', 'false')
    await openPalette(page)
    await group(page, 'Vus récemment')
      .getByRole('option', { name: /OC40479/ })
      .waitFor()
    expect(await group(page, 'Favoris').count()).toBe(0)
  })

  test('does what one types, in either language, as far as one’s rights go', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    await titled(page, 'Mon Univers Client')
    await openPalette(page)
    await field(page).fill('nouvo site')
    await group(page, 'Actions').getByRole('option', { name: 'Nouveau site' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/sites\/nouveau$/)

    await openPalette(page)
    await field(page).fill('new contact')
    await group(page, 'Actions').getByRole('option', { name: 'Nouveau contact' }).click()
    await page.getByRole('dialog', { name: 'Nouveau contact' }).waitFor()
    expect(new URL(page.url()).hash).toBe('')
    await page.keyboard.press('Escape')

    await openPalette(page)
    await field(page).fill('comander une fibre')
    const order = group(page, 'Actions')
      .getByRole('option', { name: /^Commander : fibre/i })
      .first()
    await order.waitFor()
    await order.click()
    await page.waitForURL(/\/e-boutique\/offres\//)

    const { page: reader } = await enter('E-000000005', '/client')
    await titled(reader, 'Mon Univers Client')
    await openPalette(reader)
    await group(reader, 'Actions').getByRole('option', { name: 'Mes notifications' }).waitFor()
    for (const name of ['Nouveau site', 'Nouvel utilisateur', 'Commander une offre'])
      expect(await reader.getByRole('option', { name }).count(), name).toBe(0)
  })

  test('is walked with the keys', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    await titled(page, 'Mon Univers Client')
    await openPalette(page)
    const chosen = page.getByRole('option', { selected: true })
    const first = await chosen.innerText()
    await page.keyboard.press('ArrowDown')
    expect(await chosen.innerText()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    expect(await chosen.innerText()).toBe(first)
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('option').last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Escape')
    await expect(field(page)).toHaveCount(0)
  })
})
