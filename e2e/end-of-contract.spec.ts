import { expect, type Page } from '@playwright/test'
import type { Subscription } from '../api/orders/contract/contract.ts'
import type { TerminationPreview } from '../api/orders/termination/terminations.ts'
import { endOfMonth } from '../api/rules/civil-date.ts'
import { withFirstOfMonth } from '../api/rules/first-of-month.ts'
import { typeDay } from './rig/days.ts'
import { test } from './rig/journey.ts'
import { expectGoodLooks } from './rig/looks.ts'
import { ask, titled } from './rig/page.ts'

const trunk = 'OC39724'
const client = 'E-000000004'

const contractOf = async (page: Page, universe: string): Promise<Subscription> =>
  (await ask(page, 'GET', `/api/${universe}/subscriptions/${trunk}`)).body as Subscription
const french = (day: string) => day.split('-').reverse().join('/')
const longDay = (day: string) =>
  withFirstOfMonth(
    new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
      new Date(`${day}T12:00:00Z`),
    ),
  )
/** Noon in Paris, or about, some days after. */
const noonAfter = (day: string, days: number) => new Date(Date.parse(`${day}T11:00:00Z`) + days * 86_400_000)

test.describe('The end of a contract, the portal being restarted on a later day', () => {
  test('waits for its day, then ends with its services; the client and its ambassador read it, others do not', async ({
    portal,
    enter,
  }) => {
    const { page } = await enter(client, `/client/catalogue/offres-contractees/${trunk}`)
    await titled(page, 'TRUNK SIP')
    const before = await contractOf(page, 'client')
    const today = (await ask(page, 'GET', `/api/client/subscriptions/${trunk}/termination-preview`)).body as TerminationPreview
    const wished = noonAfter(today.effectiveOn, 45).toISOString().slice(0, 10)

    await page.getByRole('button', { name: 'Résilier' }).click()
    const popUp = page.getByRole('dialog', { name: 'Résilier l’offre contractée' })
    await typeDay(popUp.getByLabel('Date de résiliation souhaitée'), wished)
    await popUp.locator('[role="status"]:not([aria-busy="true"])').getByText(longDay(wished), { exact: true }).waitFor()
    await popUp.getByRole('button', { name: 'Confirmer' }).click()
    await page.getByRole('button', { name: 'Confirmer' }).click()
    await page.getByRole('region', { name: `Résiliation demandée pour le ${longDay(wished)}` }).waitFor()
    await page.getByText(`jusqu’à la veille du ${longDay(wished)}`).waitFor()

    // The day before, everything still works, and the request may still be withdrawn.
    await page.close()
    await portal.restart(noonAfter(wished, -1))
    const { page: eve } = await enter(client, `/client/catalogue/offres-contractees/${trunk}`)
    await eve.getByRole('button', { name: 'Retirer la demande' }).waitFor()
    expect(await contractOf(eve, 'client')).toMatchObject({ state: 'termination_requested', services: [{ state: 'active' }] })

    await eve.close()
    await portal.restart(noonAfter(wished, 2))
    const { page: ended } = await enter(client, `/client/catalogue/offres-contractees/${trunk}`)
    await expect.poll(async () => (await contractOf(ended, 'client')).state, { timeout: 15_000 }).toBe('terminated')
    await ended.reload()
    // On its day, not on the day that the portal was started again.
    await ended.getByRole('region', { name: `Contrat résilié le ${longDay(wished)}` }).waitFor()
    await ended
      .getByText(`Fermé le ${french(wished)}`)
      .first()
      .waitFor()
    expect(await ended.getByRole('button', { name: /^(Résilier|Retirer la demande|Modifier)$/ }).count()).toBe(0)
    expect(await contractOf(ended, 'client')).toMatchObject({
      terminatedOn: wished,
      displayedState: 'terminated',
      lastOrder: { kind: 'termination', state: 'delivered' },
      // The month that began is due, and nothing after it.
      termination: { state: 'effective', effectiveOn: wished, billedUntil: endOfMonth(wished) },
      services: before.services.map(({ reference }) => ({ reference, state: 'closed', closedOn: wished })),
    })
    await expectGoodLooks(ended, 'contract-ended')
    await ended.getByRole('link', { name: 'Coûts', exact: true }).click()
    await ended.getByText(`Rompu le ${french(wished)}`).waitFor()
    await ended.goto('/client/catalogue/offres-contractees')
    await ended.getByRole('row').filter({ hasText: trunk }).getByText('Résiliée').waitFor()

    const { page: partner } = await enter('E-000000003', `/ambassadeur/catalogue/offres-contractees/${trunk}`)
    await partner.getByRole('region', { name: `Contrat résilié le ${longDay(wished)}` }).waitFor()
    const { accountcode } = (await contractOf(partner, 'ambassador')).services[0] ?? {}
    expect(accountcode).toEqual(expect.any(Number))
    await partner.getByRole('link', { name: 'Voir le service' }).click()
    await partner.getByRole('cell', { name: String(accountcode) }).waitFor()

    const { page: other } = await enter('E-000000005', `/client/catalogue/offres-contractees/${trunk}`)
    await titled(other, 'Cette page n’existe pas')
    expect([403, 404]).toContain((await ask(other, 'GET', `/api/client/subscriptions/${trunk}`)).status)
  })
})
