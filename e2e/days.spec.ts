import { expect } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { addFilter, titled } from './rig/page.ts'

const client = 'E-000000004'
const contracts = '/client/catalogue/offres-contractees'

test.describe('Days', () => {
  test('are typed in the language of the portal, whatever the browser speaks, and said to be wrong as they are typed', async ({
    enter,
  }) => {
    const { page } = await enter(client, contracts, { locale: 'en-GB' })
    await titled(page, 'Liste des offres contractées')
    await addFilter(page, 'Livrée à partir du')
    const from = page.getByLabel('Livrée à partir du', { exact: true })
    expect(await from.getAttribute('placeholder')).toBe('jj/mm/aaaa')

    await from.pressSequentially('31/02/')
    await page.getByText('Cette date n’existe pas dans le calendrier.').waitFor()
    expect(await from.getAttribute('aria-invalid')).toBe('true')
    await from.fill('21/1')
    expect(await from.getAttribute('aria-invalid')).not.toBe('true')
    await page.keyboard.press('Tab')
    await page.getByText('Cette date est incomplète').waitFor()
    // What was typed stays; nothing is filtered by it.
    expect(await from.inputValue()).toBe('21/1')
    expect(page.url()).not.toContain('deliveredFrom')

    for (const typed of ['1/2/26', '2026-02-01', '1.2.2026', '01022026']) {
      await from.fill('')
      await from.pressSequentially(typed)
      await page.keyboard.press('Tab')
      expect(await from.inputValue(), typed).toBe('01/02/2026')
      await page.waitForURL(/deliveredFrom=2026-02-01/)
    }
    await page.reload()
    const chip = page.getByRole('button', { name: 'Livrée à partir du : 01/02/2026', exact: true })
    await chip.click()
    await expect.poll(() => from.inputValue()).toBe('01/02/2026')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Retirer le filtre Livrée à partir du : 01/02/2026' }).click()
    await chip.waitFor({ state: 'detached' })
  })

  test('are chosen in a calendar, by keyboard alone', async ({ enter }) => {
    const { page } = await enter(client, `${contracts}?deliveredFrom=2026-12-31`)
    await titled(page, 'Liste des offres contractées')
    await page.getByRole('button', { name: 'Livrée à partir du : 31/12/2026', exact: true }).click()
    const from = page.getByLabel('Livrée à partir du', { exact: true })
    const calendar = page.getByRole('dialog', { name: 'Choisir un jour' })
    const here = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await from.press('Tab')
    expect(await here()).toBe('Ouvrir le calendrier')
    await page.keyboard.press('Enter')
    await calendar.getByRole('button', { name: 'décembre 2026', exact: true }).waitFor()
    await expect.poll(here).toBe('jeudi 31 décembre 2026')
    expect((await calendar.getByRole('columnheader').allInnerTexts()).join(' ')).toBe('lun mar mer jeu ven sam dim')
    for (const [key, day] of [
      ['ArrowUp', 'jeudi 24 décembre 2026'],
      ['ArrowRight', 'vendredi 25 décembre 2026'],
      ['PageDown', 'vendredi 1 janvier 2027'],
      ['ArrowDown', 'vendredi 8 janvier 2027'],
      ['Shift+PageUp', 'jeudi 1 janvier 2026'],
    ] as const) {
      await page.keyboard.press(key)
      await expect.poll(here, { message: key }).toBe(day)
    }
    await expectGoodLooks(page, 'calendar')
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'detached' })
    await expect.poll(here).toBe('Ouvrir le calendrier')
    expect(await from.inputValue()).toBe('31/12/2026')

    await from.press('Alt+ArrowDown')
    await calendar.waitFor()
    await expect.poll(here).toBe('jeudi 31 décembre 2026')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(here).toBe('mercredi 30 décembre 2026')
    await page.keyboard.press('Enter')
    await page.waitForURL(/deliveredFrom=2026-12-30/)
    expect(await from.inputValue()).toBe('30/12/2026')
    await expect(from).toBeFocused()
  })

  test('that may not be chosen are told in the calendar, which closes alone over its window', async ({ enter }) => {
    const { page } = await enter(client, `${contracts}/OC39724`)
    await page.getByRole('button', { name: 'Résilier' }).click()
    const popUp = page.getByRole('dialog', { name: 'Résilier l’offre contractée' })
    await popUp.getByText('toute récurrence entamée est due').waitFor()
    await expect.poll(() => popUp.getByLabel('Date de résiliation souhaitée').inputValue()).not.toBe('')
    await popUp.getByRole('button', { name: 'Ouvrir le calendrier' }).click()
    const calendar = page.getByRole('dialog', { name: 'Choisir un jour' })
    const today = calendar.locator('[aria-current="date"]')
    await today.waitFor()
    expect(await today.getAttribute('aria-label')).toContain('aujourd’hui')
    await expect(today).toBeEnabled()
    for (const day of await calendar.locator('[data-day]').all()) {
      const isPast = String(await day.getAttribute('data-day')) < String(await today.getAttribute('data-day'))
      expect(await day.isDisabled()).toBe(isPast)
    }
    await expect(calendar.getByRole('button', { name: 'Mois précédent' })).toBeDisabled()
    await page.keyboard.press('Escape')
    await calendar.waitFor({ state: 'detached' })
    await popUp.waitFor()
    await page.keyboard.press('Escape')
    await popUp.waitFor({ state: 'detached' })
  })

  test('follow the portal into English', async ({ portal, enter }) => {
    const { page, context } = await enter(client, '/icon.svg', { locale: 'fr-FR' })
    await context.addCookies([{ name: 'language', value: 'en', url: portal.url }])
    await page.goto(`${contracts}?deliveredFrom=2026-02-01`)
    await titled(page, 'Contracted offers')
    await page.getByRole('button', { name: 'Delivered from: 01/02/2026', exact: true }).click()
    const from = page.getByLabel('Delivered from', { exact: true })
    expect(await from.inputValue()).toBe('01/02/2026')
    expect(await from.getAttribute('placeholder')).toBe('dd/mm/yyyy')
    await page.getByRole('button', { name: 'Open the calendar' }).first().click()
    const calendar = page.getByRole('dialog', { name: 'Choose a day' })
    await calendar.getByRole('button', { name: 'February 2026', exact: true }).waitFor()
    expect((await calendar.getByRole('columnheader').allInnerTexts()).join(' ')).toBe('Mon Tue Wed Thu Fri Sat Sun')
  })
})
