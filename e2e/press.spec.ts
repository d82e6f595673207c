import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './rig/journey.ts'
import { titled } from './rig/page.ts'

/** A press as fingers make it: what it leaves is judged between down and up. */
const press = async (page: Page, target: Locator) => {
  await target.scrollIntoViewIfNeeded()
  const box = await target.boundingBox()
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2)
  await page.mouse.down()
  await page.waitForTimeout(120)
  await page.mouse.up()
}

test.describe('One press is enough', () => {
  test('on what stands under a field that is wrong, which says so once the press is over', async ({ enter }) => {
    const { page } = await enter('E-000000004', '/client/e-boutique/commander/TRUNK-SIP')
    await titled(page, 'Commander TRUNK SIP')
    await page.getByRole('radio', { name: /^Conserver mes numéros/ }).check()
    await page.getByRole('textbox', { name: /^Numéro principal/ }).fill('0140506070')
    await page.getByRole('textbox', { name: /^RIO/ }).fill('AB1C23DEF456')
    const choice = page.getByRole('radio', { name: 'Par enregistrement' })
    await press(page, choice)
    await page.getByText('Ce RIO n’est pas celui de ce numéro').waitFor()
    expect(await choice.isChecked()).toBe(true)

    await page.getByLabel('Date souhaitée').fill('31/02/2027')
    await page.getByRole('button', { name: 'Nouveau contact' }).click()
    const drawer = page.getByRole('dialog', { name: 'Nouveau contact' })
    await drawer.getByRole('textbox', { name: /^Téléphone/ }).fill('12')
    await press(page, drawer.getByRole('button', { name: 'Annuler' }))
    await page.getByRole('dialog', { name: 'Fermer sans enregistrer ?' }).waitFor()
  })
})
