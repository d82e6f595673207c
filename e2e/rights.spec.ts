import { expect } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'

const rightName = 'Équipe de Bordeaux'

test.describe('custom rights', () => {
  test('composes a right by drag, by double arrow and by keyboard, limited to Bordeaux, and gives it', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/entreprise/ma-societe')
    const parts = page.getByRole('navigation', { name: 'Parties de la fiche' })
    await parts.getByRole('link', { name: 'Droits et sécurité' }).click()
    await page.getByText('Exiger un second facteur').waitFor()
    await expectGoodLooks(page, 'company-rights')
    await page.getByRole('link', { name: 'Créer un droit personnalisé' }).click()
    await titled(page, 'Créer un droit personnalisé')
    await page.getByLabel(/^Nom/).fill(rightName)
    await page.getByLabel(/^Site/).first().click()
    await page.getByRole('option', { name: 'Bordeaux' }).click()
    await page.keyboard.press('Escape')

    const available = page.getByRole('region', { name: /^Modèles disponibles/ })
    const chosen = page.getByRole('region', { name: /^Modèles du droit/ })
    await chosen.getByText('Déposer ici les modèles à ajouter').waitFor()
    const dragged = available.getByText('Technique - Voir les services', { exact: true })
    await dragged.scrollIntoViewIfNeeded()
    const from = await dragged.boundingBox()
    const to = await chosen.boundingBox()
    if (!from || !to) throw new Error('Nothing to drag.')
    await page.mouse.move(from.x + 20, from.y + 8)
    await page.mouse.down()
    await page.mouse.move(from.x + 60, from.y + 12, { steps: 4 })
    await page.mouse.move(to.x + to.width / 2, Math.max(to.y + 60, 80), { steps: 12 })
    await page.mouse.up()
    await chosen.getByText('Technique - Voir les services', { exact: true }).waitFor()

    // By module, found by a search, and told in plain words as it is composed.
    const could = page.getByRole('region', { name: 'Cette personne pourra…' })
    await could.getByText('voir les services, leur état et leur trafic', { exact: true }).waitFor()
    await could.getByText(/^Sur .*Bordeaux seulement$/).waitFor()
    await available.getByText('1 choisi sur 4').first().waitFor()
    await page.getByLabel('Rechercher un modèle').fill('societe')
    await expect.poll(() => available.getByRole('listitem').count()).toBeLessThan(4)
    await available.getByRole('button', { name: 'Ajouter Informations société - Voir' }).click()
    await could.getByText('consulter ces sites, leurs contacts et leurs utilisateurs', { exact: true }).waitFor()
    await page.getByLabel('Rechercher un modèle').fill('')
    await chosen.getByText('Informations société - Voir', { exact: true }).waitFor()

    await available.getByRole('button', { name: 'Ajouter Support - Créer et suivre les tickets' }).focus()
    await page.keyboard.press('ArrowRight')
    const moved = chosen.getByRole('button', { name: 'Retirer Support - Créer et suivre les tickets' })
    await moved.waitFor()
    await expect.poll(() => moved.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('ArrowLeft')
    await available.getByRole('button', { name: 'Ajouter Support - Créer et suivre les tickets' }).waitFor()
    await expectGoodLooks(page, 'right-form')

    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await titled(page, rightName)
    await page.getByRole('main').getByText('Bordeaux').first().waitFor()
    await expectGoodLooks(page, 'right')

    await page.goto('/client/entreprise/utilisateurs')
    await page.getByRole('link', { name: 'Nadia Petit' }).click()
    await titled(page, 'Nadia Petit')
    await page.getByRole('button', { name: 'Attribuer des droits' }).click()
    await page.getByRole('dialog').getByLabel(rightName).check()
    await page.getByRole('dialog').getByText('voir les services, leur état et leur trafic', { exact: true }).waitFor()
    await expectGoodLooks(page, 'assign-rights')
    await page.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByRole('main').getByRole('link', { name: rightName }).waitFor()
    const can = page.getByRole('region', { name: 'Ce que cette personne peut faire' })
    await can.getByText('voir les services, leur état et leur trafic', { exact: true }).waitFor()
    await expectGoodLooks(page, 'user')

    // What she may do now adds up from two rights.
    const nadia = await enter('E-000000006', '/client/entreprise/ma-societe')
    await nadia.page.getByText('Votre accès est limité à certains sites').waitFor()
    await nadia.page
      .getByRole('link', { name: /Bordeaux/ })
      .first()
      .waitFor()
    expect(await nadia.page.getByText('Siège Social').count()).toBe(0)
  })

  test('says why a person may do something, or why not', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/entreprise/utilisateurs/E-000000005')
    await titled(page, 'Hugo Faure')
    await page.getByRole('button', { name: 'Pourquoi ?' }).click()
    const dialog = page.getByRole('dialog', { name: /^Pourquoi/ })
    const line = (name: string) => dialog.getByRole('row', { name: new RegExp(`^${name}`) })
    await line('Technique - Voir les services')
      .getByText(/« Technique Bordeaux » le contient · .*Bordeaux/)
      .waitFor()
    await line('Comptabilité - Voir les factures et avoirs')
      .getByText(/Le donneraient : .*Comptabilité/)
      .waitFor()
    await expectGoodLooks(page, 'why')
  })

  test('keeps the last administrator', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/entreprise/utilisateurs/E-000000004')
    await titled(page, 'Camille Bernard')
    await page.getByRole('button', { name: 'Attribuer des droits' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Administrateur tout Univers').uncheck()
    await dialog.getByRole('button', { name: 'Enregistrer' }).click()
    await dialog.getByText('Le dernier administrateur ne peut pas perdre ce droit.').waitFor()
  })
})
