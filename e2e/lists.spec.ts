import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { titled } from './rig/page.ts'

const pilot = 'E-000000009'
const administrator = 'E-000000001'
const queue = '/exploitant/pilotage?tab=all'

test.describe('Lists: many rows at once, views of the company, files', () => {
  test('takes orders over together, by keyboard, and says what became of each', async ({ enter }) => {
    const { page } = await enter(pilot, '/exploitant/pilotage?tab=nobody')
    await titled(page, 'Pilotage')
    await page.getByRole('table').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    const bar = page.getByRole('region', { name: 'Sélection' })
    await bar.getByText('2 sélectionnés').waitFor()
    await expectGoodLooks(page, 'list-selection')
    const taken = await page.locator('tr[data-picked]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')))
    await bar.getByRole('button', { name: 'Prendre en charge' }).click()
    const result = page.getByRole('dialog', { name: 'Prendre en charge' })
    await result.getByText('Terminé : 2 lignes traitées.').waitFor({ timeout: 30_000 })
    expect(await result.getByRole('listitem').count()).toBe(2)
    await page.keyboard.press('Escape')
    await page.goto('/exploitant/pilotage?tab=mine')
    for (const reference of taken) await page.getByRole('link', { name: reference ?? '' }).waitFor()
    // Found again after the page was left.
    await page.getByRole('button', { name: 'Traitements récents' }).click()
    await page.getByRole('menuitem', { name: /Prendre en charge · 2 sur 2/ }).waitFor()
  })

  test('goes to its search, lets go of what is picked, and shows its keys', async ({ enter }) => {
    const { page } = await enter(pilot, queue)
    await page.getByRole('table').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByText('1 sélectionné', { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('region', { name: 'Sélection' }).waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByText('Liste : sélectionner la ligne').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type)).toBe('search')
  })

  test('shows a view to the whole company, in columns of one’s own', async ({ enter }) => {
    const { page } = await enter(administrator, `${queue}&kind=creation`)
    await page.getByRole('table').waitFor()
    await page.getByRole('button', { name: 'Mes vues' }).click()
    await page.getByLabel('Nom de la vue').fill('Créations')
    await page.getByLabel('Montrer cette vue à toute ma société').check()
    await page.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await page.getByLabel('Nom de la vue').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Mes vues' }).click()
    await page.getByText('Vues de ma société').waitFor()
    const other = await enter(pilot, queue)
    await other.page.getByRole('button', { name: 'Mes vues' }).click()
    await other.page.getByRole('button', { name: 'Créations', exact: true }).click()
    await other.page.waitForURL(/kind=creation/)

    await other.page.getByRole('button', { name: 'Colonnes' }).click()
    const handle = other.page.getByRole('button', { name: /^Déplacer.*Client final/ })
    await handle.focus()
    await other.page.keyboard.press('End')
    await other.page.keyboard.press('Escape')
    const titles = async () => (await other.page.getByRole('columnheader').allInnerTexts()).map((text) => text.trim()).filter(Boolean)
    await expect.poll(async () => (await titles()).at(-2) ?? (await titles()).at(-1)).toBe('Client final')
    const edge = other.page.getByRole('separator', { name: 'Largeur de la colonne Client final' })
    const width = async () => (await edge.locator('xpath=..').boundingBox())?.width ?? 0
    const before = await width()
    await edge.focus()
    for (let times = 0; times < 4; times += 1) await other.page.keyboard.press('ArrowRight')
    await expect.poll(width).toBeGreaterThan(before + 40)
    await other.page.reload()
    await expect.poll(width).toBeGreaterThan(before + 40)
  })

  test('goes out as a workbook', async ({ enter }) => {
    const { page } = await enter(pilot, '/exploitant/catalogue/offres-contractees')
    await page.getByRole('table').waitFor()
    await page.getByRole('button', { name: 'Exporter' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'Classeur Excel (.xlsx)' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^offres-contractees-\d{4}-\d\d-\d\d\.xlsx$/)
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })
})
