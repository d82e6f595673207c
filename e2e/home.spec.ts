import { expect } from '@playwright/test'
import { phone } from './rig/browser.ts'
import { test } from './rig/journey.ts'
import { expectAccessible, expectFits, expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'

test.describe('the home of each universe', () => {
  for (const [login, path, title, entries] of [
    ['E-000000004', '/client', 'Mon Univers Client', ['Ma société', 'Mes utilisateurs', 'Mes informations']],
    ['E-000000005', '/client', 'Mon Univers Client', ['Mes informations']],
    ['E-000000003', '/ambassadeur', 'Mon Univers Ambassadeur', ['Mes clients', 'Utilisateurs de mes clients']],
    ['E-000000002', '/operateur', 'Mon Univers Opérateur', ['Mes clients', 'Utilisateurs de mes clients']],
    ['E-000000001', '/exploitant', 'Mon Univers Exploitant', ['Sociétés', 'Utilisateurs', 'Propositions', 'Imports']],
  ] as const)
    test(`shows ${login} the modules that they may open in ${path}`, async ({ enter }) => {
      const { page } = await enter(login, path)
      await titled(page, title)
      const tile = page
        .getByRole('main')
        .getByRole('listitem')
        .filter({ has: page.getByRole('heading', { name: 'Gestionnaire d’entreprises' }) })
      const menu = page.getByRole('navigation', { name: 'Menu principal' })
      for (const entry of entries) {
        await tile
          .getByRole('link', { name: new RegExp(`^${entry}`) })
          .first()
          .waitFor()
        await menu.getByRole('link', { name: entry, exact: true }).waitFor()
      }
      if (login === 'E-000000005') expect(await menu.getByRole('link', { name: 'Ma société' }).count()).toBe(0)
      await expectGoodLooks(page, `home-${login}`)
    })

  test('tells a client first what waits, with its act, then its deliveries on their days', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    const todo = page.getByRole('region', { name: 'À faire' })
    const line = todo.getByRole('listitem').filter({ hasText: 'COM00027' })
    await line.getByText('Commande à valider : Bornes Wi-Fi managées').first().waitFor()
    const running = page.getByRole('region', { name: 'Livraisons en cours' })
    const delivery = running.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'MyCloud3CX' }) })
    await delivery.getByText(/^\d{2}\/\d{2}\/\d{4}$/).waitFor()
    const rail = delivery.getByRole('list', { name: 'Étapes de COM00025' })
    await expect(rail.locator('[aria-current="step"]')).toHaveCount(1)
    await expect(rail.getByRole('listitem').last()).toContainText('Livraison, prévue le')
    // The same number in the menu and on the tile.
    const menu = page.getByRole('navigation', { name: 'Menu principal' })
    for (const place of [menu, page.getByRole('main')])
      await place
        .getByRole('listitem')
        .filter({ has: page.getByRole('link', { name: 'Commandes', exact: true }) })
        .getByText('2 commandes vous attendent')
        .last()
        .waitFor()
    await line.getByRole('link', { name: /^Relire et valider/ }).click()
    await page.waitForURL(/\/client\/commandes\/COM00027$/)
  })

  test('sends an invitation again from its line', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    const line = page.getByRole('region', { name: 'À faire' }).getByRole('listitem').filter({ hasText: 'n’a pas accepté son invitation' })
    await line.getByRole('button', { name: /^Renvoyer/ }).click()
    await page.getByText(/L’invitation de .* est repartie/).waitFor()
    await line.getByText(/seconde|maintenant|minute/).waitFor()
  })

  test('tells a pilot what slips, and opens it', async ({ enter }) => {
    const { page } = await enter('E-000000009', '/exploitant')
    const late = page.getByRole('main').getByRole('link', { name: /^En retard/ })
    const slipping = page.getByRole('region', { name: 'Commandes qui glissent' })
    await late.waitFor()
    await slipping
      .getByRole('link', { name: /^Piloter/ })
      .first()
      .click()
    await page.waitForURL(/\/exploitant\/pilotage\/COM\d+$/)
  })

  test('tells a partner its clients, those in trouble first', async ({ enter }) => {
    const { page } = await enter('E-000000003', '/ambassadeur')
    const clients = page.getByRole('region', { name: 'Par client' })
    await clients
      .getByRole('listitem')
      .first()
      .getByText(/en retard|à valider/)
      .first()
      .waitFor()
    await clients.getByRole('link', { name: 'Ma Société' }).waitFor()
  })

  test('leaves out the orders for who may not read them, says what they may do and whom to ask', async ({ enter }) => {
    const { page } = await enter('E-000000005', '/client')
    await page.getByText('Rien ne vous attend').waitFor()
    const rights = page.getByRole('region', { name: 'Vos droits' })
    await rights.getByText('Technique - Voir les services').waitFor()
    await rights.getByText('sur Agence de Bordeaux').waitFor()
    await rights.getByText(/Pour en demander d’autres : .+/).waitFor()
    expect(await page.getByRole('region', { name: 'Livraisons en cours' }).count()).toBe(0)
  })

  test('stays in one column on a phone', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client', { viewport: phone })
    await page.getByRole('region', { name: 'Livraisons en cours' }).getByText('MyCloud3CX').waitFor()
    await expectFits(page)
  })

  test('switches universe, and comes back to the last one at the next sign-in', async ({ enter }) => {
    const { page } = await enter('E-000000003', '/client')
    await titled(page, 'Mon Univers Client')
    const remembered = page.waitForResponse((answer) => answer.url().endsWith('/api/session/universe'))
    await page.getByRole('button', { name: /^Choix de l’univers/ }).click()
    await page.getByRole('menuitem', { name: 'Univers Ambassadeur' }).click()
    await titled(page, 'Mon Univers Ambassadeur')
    expect((await remembered).ok()).toBe(true)
    const again = await enter('E-000000003', '/')
    await titled(again.page, 'Mon Univers Ambassadeur')
  })

  test('finds with Ctrl K whatever the accents, and shows nothing of others', async ({ enter }) => {
    const { page } = await enter('E-000000003', '/ambassadeur')
    await titled(page, 'Mon Univers Ambassadeur')
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Rechercher' })
    await field.fill('ma societe')
    const found = page.getByRole('option', { name: /Ma Société.*OIP-00000002/ })
    await found.waitFor()
    await expectAccessible(page)
    await field.fill('Atlantique')
    await page.getByText('Rien ne correspond à « Atlantique »').waitFor()
    await field.fill('OIP-00000002')
    await found.waitFor()
    await page.keyboard.press('Enter')
    await titled(page, 'Ma Société')
  })

  test('speaks English and wears dark when asked, and keeps both', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client')
    await titled(page, 'Mon Univers Client')
    await page.getByRole('button', { name: /^Mon compte/ }).click()
    await page.getByText('Sombre', { exact: true }).click()
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor()
    const saved = page.waitForResponse((answer) => answer.url().endsWith('/api/account/language'))
    await page.getByText('English', { exact: true }).click()
    expect((await saved).ok()).toBe(true)
    await page.locator('html[lang="en"]').waitFor()
    await page.getByRole('heading', { name: 'Company', exact: true }).first().waitFor()
    await page.reload()
    await page.locator('html[lang="en"][data-mantine-color-scheme="dark"]').waitFor()
    await expectAccessible(page)
  })

  test('opens its menu on a phone, and closes it on the page chosen', async ({ enter }) => {
    const { page } = await enter('E-000000006', '/client', { viewport: phone })
    await titled(page, 'Mon Univers Client')
    await page.getByRole('button', { name: 'Ouvrir le menu' }).click()
    await expectAccessible(page)
    await page.getByRole('navigation', { name: 'Menu principal' }).getByRole('link', { name: 'Mes informations' }).click()
    await titled(page, 'Mes informations')
    await page.getByRole('button', { name: 'Ouvrir le menu' }).waitFor()
    await expectFits(page)
  })

  test('helps on an address that leads nowhere, and on a universe that is not theirs', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/nulle-part')
    await titled(page, 'Cette page n’existe pas')
    await expectGoodLooks(page, 'not-found')
    await page.getByRole('button', { name: 'Rechercher', exact: true }).last().click()
    await page.getByRole('combobox', { name: 'Rechercher' }).waitFor()
    await page.goto('/exploitant')
    await titled(page, 'Cette page n’existe pas')
    await page.getByRole('link', { name: 'Revenir à l’accueil' }).click()
    await titled(page, /Mon Univers|My .*Universe/)
  })
})
