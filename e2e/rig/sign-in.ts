import type { Page } from '@playwright/test'
import { password as demonstrationPassword } from './portal.ts'

/** Fills and sends the sign-in form that the page shows; says nothing about what follows. */
export const sendSignIn = async (page: Page, login: string, password = demonstrationPassword): Promise<void> => {
  await page.getByLabel(/^Login/).fill(login)
  await page.getByLabel(/^Mot de passe/).fill(password)
  await page.getByRole('button', { name: 'Valider' }).click()
}

/** Signs in and waits until the portal has opened on a universe. */
export const signIn = async (page: Page, login: string, password = demonstrationPassword): Promise<void> => {
  await sendSignIn(page, login, password)
  await page.waitForURL(/\/(client|ambassadeur|operateur|exploitant)(\/|$|\?)/)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}
