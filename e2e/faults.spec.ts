import { expect } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'
import { answerChoices, sites } from './rig/shop.ts'

const administrator = 'E-000000004'

test.describe('a form that is not right yet', () => {
  test('the order of a trunk: what cannot be ordered has no price, and the button leads to the field at fault', async ({ enter }) => {
    const { page } = await enter(administrator, '/client/e-boutique/commander/TRUNK-SIP')
    await titled(page, 'Commander TRUNK SIP')
    const price = page.getByRole('region', { name: /^(Votre )?[Pp]rix/ })
    const channels = page.getByRole('textbox', { name: /^Canaux/ })
    await channels.fill('300')
    await price.getByText('le prix s’affichera ensuite').waitFor()
    expect(await price.getByText('€').count()).toBe(0)
    await sites(page).nth(0).check()
    await answerChoices(page)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await page.getByRole('button', { name: 'Mettre au panier' }).click()
    await expect(channels).toBeFocused()
    await expect(channels).toBeInViewport()
    await page.getByText('Indiquez un nombre d’au plus 240.').waitFor()
    const left = page.getByRole('status').filter({ hasText: /champs? à corriger/ })
    await left.waitFor()
    await expectGoodLooks(page, 'shop-fault')
    const many = Number.parseInt(await left.innerText(), 10)
    await channels.fill('240')
    if (many === 1) await left.waitFor({ state: 'detached' })
    else await expect(left).toHaveText(new RegExp(`^${many - 1} `))
    await price.getByText('€').first().waitFor()
  })

  test('a drawer: its foot stays in view, the fault is where one looks, and typing takes it away', async ({ enter }) => {
    const { page } = await enter(administrator, '/client/entreprise/ma-societe/contacts')
    await page.getByRole('button', { name: 'Nouveau contact' }).click()
    const drawer = page.getByRole('dialog')
    const create = drawer.getByRole('button', { name: /Créer|Ajouter|Enregistrer/ })
    await page.setViewportSize({ width: 390, height: 480 })
    await expect(create).toBeInViewport()
    await drawer.getByRole('textbox', { name: /^Téléphone/ }).fill('12')
    await create.click()
    const name = drawer.getByRole('textbox', { name: /^Nom/ })
    await expect(name).toBeFocused()
    await expect(name).toBeInViewport()
    const left = drawer.getByRole('status').filter({ hasText: 'champs à corriger' })
    await expect(left).toHaveText('2 champs à corriger')
    await name.fill('Portier')
    await expect(drawer.getByText('1 champ à corriger')).toBeVisible()
    await drawer.getByRole('textbox', { name: /^Téléphone/ }).fill('0140506070')
    await expect(drawer.getByText(/champs? à corriger/)).toHaveCount(0)
  })
})
