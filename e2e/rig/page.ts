import type { Locator, Page } from '@playwright/test'
import { password } from './portal.ts'

/** The page's title, once it is the one awaited. */
export const titled = (page: Page, title: string | RegExp): Promise<void> =>
  page.getByRole('heading', { level: 1, name: title, exact: typeof title === 'string' }).waitFor()

/** The API as the page's own session calls it. */
export const ask = async (
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  data?: object,
  type?: string,
): Promise<{ readonly status: number; readonly body: unknown; readonly bytes: Buffer }> => {
  const headers = { origin: new URL(page.url()).origin, ...(type ? { 'content-type': type } : {}) }
  const answer = await page.request.fetch(path, { method, headers, ...(data ? { data } : {}) })
  const bytes = await answer.body()
  const isJson = /json/.test(answer.headers()['content-type'] ?? '')
  return { status: answer.status(), body: isJson ? JSON.parse(bytes.toString('utf8')) : null, bytes }
}

/** Answers the step-up dialog. */
export const confirmByPassword = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: 'Confirmez votre identité' })
  await dialog.getByLabel(/^Mot de passe/).fill(password)
  await dialog.getByRole('button', { name: 'Confirmer' }).click()
}
/** « + Filtre », then the filter by its name: its chip opens, ready to be filled. */
export const addFilter = async (page: Page, name: string): Promise<Locator> => {
  await page.getByRole('button', { name: 'Filtre', exact: true }).click()
  await page.getByRole('menuitem', { name, exact: true }).click()
  return page.getByRole('dialog', { name, exact: true })
}
