import { expect, type Page } from '@playwright/test'
import { generateSync } from 'otplib'
import { test } from './rig/journey.ts'
import { expectAccessible, expectGoodLooks } from './rig/looks.ts'
import { linkIn } from './rig/mailbox.ts'
import { ask, confirmByPassword, titled } from './rig/page.ts'
import { password } from './rig/portal.ts'
import { sendSignIn, signIn } from './rig/sign-in.ts'

const chosen = 'Pont-de-pierre-33'

interface Named {
  readonly id: string
  readonly name: string
}

/** Ticks the terms of use in the pop-up and goes in. */
const acceptTerms = async (page: Page) => {
  const terms = page.getByRole('dialog', { name: 'Conditions d’utilisation' })
  await terms.getByRole('heading').nth(1).waitFor()
  await terms.getByRole('button', { name: 'Valider' }).click()
  await terms.getByText('Cochez la case pour accepter les conditions d’utilisation.').waitFor()
  await terms.getByLabel(/^En cochant cette case/).check()
  await terms.getByRole('button', { name: 'Valider' }).click()
}

/** Keeps the backup codes that are shown once. */
const keepCodes = async (page: Page): Promise<string[]> => {
  const list = page.getByRole('list', { name: 'Vos codes de secours' })
  await list.waitFor()
  const codes = await list.getByRole('listitem').allInnerTexts()
  await page.getByLabel('J’ai gardé ces codes en lieu sûr').check()
  await page.getByRole('button', { name: 'Continuer' }).click()
  return codes
}

/** Code of an authenticator application, `later` steps from now: a code serves once. */
const codeOf = (secret: string, later = 0) => generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later * 30 })

test.describe('first connection', () => {
  test('invites by mail, sets the password, accepts the terms, and shows only what the right says', async ({ portal, enter, visit }) => {
    const { page } = await enter('E-000000004', '/client/entreprise/utilisateurs')
    const { body } = await ask(page, 'GET', '/api/client/companies/OIP-00000002/sites')
    const sites = (body as { items: Named[] }).items
    const bordeaux = sites.find((site) => /Bordeaux/.test(site.name))
    const head = sites.find((site) => site !== bordeaux)
    await ask(page, 'POST', '/api/client/companies/OIP-00000002/rights', {
      name: 'Agence de Bordeaux',
      universe: 'client',
      allSites: false,
      siteIds: [bordeaux?.id],
      templates: ['company.read'],
    })

    await page.getByRole('link', { name: 'Inviter un utilisateur' }).click()
    await titled(page, 'Inviter un utilisateur')
    await page.getByLabel(/^Prénom/).fill('Margaux')
    await page.getByLabel(/^Nom/).fill('Delmas')
    await page.getByLabel(/^E-mail/).fill('margaux.delmas@masociete.example')
    await page.getByLabel('Agence de Bordeaux').check()
    await expectGoodLooks(page, 'invite')
    await page.getByRole('button', { name: 'Créer l’accès et envoyer l’invitation' }).click()
    await titled(page, 'Margaux Delmas')

    // The list says since when an invitation waits, and sends it again.
    await page.goto('/client/entreprise/utilisateurs')
    const waiting = page.getByRole('row', { name: /Margaux Delmas/ })
    await waiting.getByText(/^(il y a \d+ |maintenant|à l’instant)/).waitFor()
    await waiting.getByRole('button', { name: 'Renvoyer l’invitation à Margaux Delmas' }).waitFor()
    await expectGoodLooks(page, 'users')

    const mail = await portal.mailbox.waitFor('margaux.delmas@masociete.example')
    const login = /E-\d{9}/.exec(mail.text)?.[0] ?? ''
    expect(mail.html).toContain(login)
    expect(mail.html).not.toMatch(/<img[^>]+src="https?:/)

    const guest = await visit(linkIn(mail))
    await titled(guest.page, 'Génération de votre mot de passe')
    const rules = guest.page.getByRole('list', { name: 'Votre mot de passe doit comporter :' })
    const kept = rules.locator('[data-kept="true"]')
    // Loaded again, it is the same page; its token is neither in the address nor in the history.
    await guest.page.reload()
    await rules.waitFor()
    expect(guest.page.url()).not.toContain('#')
    const first = guest.page.getByLabel(/^Créez votre mot de passe/)
    await first.fill('pont')
    await expect.poll(() => kept.count()).toBe(0)
    await first.fill('Pont-de-33')
    await expect.poll(() => kept.count()).toBe(4)
    await expectGoodLooks(guest.page, 'password')
    await first.fill(chosen)
    await guest.page.getByLabel(/^Confirmez votre mot de passe/).fill(`${chosen}!`)
    await guest.page.getByRole('button', { name: 'Valider' }).click()
    await guest.page.getByText('Les deux mots de passe sont différents.').waitFor()
    await guest.page.getByLabel(/^Confirmez votre mot de passe/).fill(chosen)
    await guest.page.getByRole('button', { name: 'Valider' }).click()
    await titled(guest.page, 'Votre mot de passe est enregistré')
    await guest.page.getByRole('link', { name: 'Se connecter' }).click()
    expect(await guest.page.getByLabel(/^Login/).inputValue()).toBe(login)
    await sendSignIn(guest.page, login, chosen)
    await guest.page.getByRole('dialog', { name: 'Conditions d’utilisation' }).waitFor()
    await expectGoodLooks(guest.page, 'terms')
    await acceptTerms(guest.page)
    await titled(guest.page, 'Mon Univers Client')

    const menu = guest.page.getByRole('navigation', { name: 'Menu principal' })
    await menu.getByRole('link', { name: 'Ma société' }).click()
    await guest.page.getByText('Votre accès est limité à certains sites').waitFor()
    await guest.page
      .getByRole('link', { name: /Bordeaux/ })
      .first()
      .waitFor()
    await guest.page.goto(`/client/entreprise/ma-societe/sites/${head?.id}`)
    await titled(guest.page, 'Cette page n’existe pas')
    for (const path of [`sites/${head?.id}`, ''])
      expect((await ask(guest.page, 'GET', `/api/client/companies/OIP-00000002/${path}`.replace(/\/$/, ''))).status, path).toBe(404)
    expect((await ask(guest.page, 'GET', `/api/client/companies/OIP-00000002/sites/${bordeaux?.id}`)).status).toBe(200)
    // The company's own account belongs to no site: only those of Bordeaux would be listed.
    expect((await ask(guest.page, 'GET', '/api/client/companies/OIP-00000002/payment-details')).body).toMatchObject({ items: [] })
    expect((await ask(guest.page, 'DELETE', `/api/client/companies/OIP-00000002/sites/${bordeaux?.id}/closure`)).status).toBe(403)

    await page.getByRole('button', { name: 'Renvoyer l’invitation à Olivier Martin' }).click()
    await page.getByText(/^Invitation renvoyée à/).waitFor()

    const again = await visit(linkIn(mail))
    await titled(again.page, 'Ce lien ne fonctionne plus')
    await expectAccessible(again.page)
    await again.page.getByRole('button', { name: 'Recevoir un nouveau lien' }).waitFor()
  })

  test('asks a newcomer to accept the terms, and lets nothing through before', async ({ visit }) => {
    const { page } = await visit('/')
    await sendSignIn(page, 'E-000000008')
    await page.getByRole('dialog', { name: 'Conditions d’utilisation' }).waitFor()
    expect((await ask(page, 'GET', '/api/client/companies/OIP-00000002')).status).toBe(403)
    await acceptTerms(page)
    await titled(page, 'Mon Univers Client')
  })

  test('gives a new password by mail to who forgot theirs', async ({ portal, visit }) => {
    const { page } = await visit('/')
    await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
    await titled(page, 'Mot de passe oublié')
    await page.getByLabel(/^Login/).fill('E-000000006')
    await expectGoodLooks(page, 'forgotten')
    await page.getByRole('button', { name: 'Valider' }).click()
    await page.getByText('Consultez votre messagerie').waitFor()
    await expect.poll(() => portal.mailbox.mails.filter((mail) => mail.text.includes('E-000000006')).length, { timeout: 15_000 }).toBe(1)
    const mail = portal.mailbox.mails.find((one) => one.text.includes('E-000000006'))
    if (!mail) throw new Error('No mail.')
    await page.goto(linkIn(mail))
    await page.getByLabel(/^Créez votre mot de passe/).fill(chosen)
    await page.getByLabel(/^Confirmez votre mot de passe/).fill(chosen)
    await page.getByRole('button', { name: 'Valider' }).click()
    await titled(page, 'Votre mot de passe est enregistré')
    await page.goto('/connexion')
    await signIn(page, 'E-000000006', chosen)
  })

  test('takes a code of an application, then a backup code, as second factor', async ({ enter, visit }) => {
    const { page } = await enter('E-000000005', '/client/entreprise/mes-informations/securite', { ownSession: true })
    await page.getByRole('button', { name: 'Ajouter une application' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Continuer' }).click()
    await confirmByPassword(page)
    const enrolment = page.getByRole('dialog', { name: 'Ajouter une application' })
    await enrolment.getByRole('img', { name: /^Code QR/ }).waitFor()
    const secret = (await enrolment.locator('code').innerText()).replaceAll(/\s/g, '')
    await expectAccessible(page)
    await enrolment.getByLabel(/^Code à six chiffres/).fill('000000')
    await enrolment.getByRole('button', { name: 'Valider' }).click()
    await enrolment.getByText(/Ce code n’est pas le bon/).waitFor()
    await enrolment.getByLabel(/^Code à six chiffres/).fill(codeOf(secret))
    await enrolment.getByRole('button', { name: 'Valider' }).click()
    const codes = await keepCodes(page)
    expect(codes).toHaveLength(10)
    await page.getByText('Il vous reste 10 codes.').waitFor()
    await expectGoodLooks(page, 'security')

    const other = await visit('/')
    await sendSignIn(other.page, 'E-000000005')
    await titled(other.page, 'Second facteur')
    expect((await ask(other.page, 'GET', '/api/account')).status).toBe(401)
    await expectAccessible(other.page)
    await other.page.getByLabel('Code de l’application').fill(codeOf(secret, 1))
    await other.page.getByRole('button', { name: 'Valider' }).click()
    await titled(other.page, 'Mon Univers Client')

    const third = await visit('/')
    await sendSignIn(third.page, 'E-000000005')
    await third.page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await third.page.getByLabel('Code de secours').fill(codes[0] ?? '')
    await third.page.getByRole('button', { name: 'Valider' }).click()
    await titled(third.page, 'Mon Univers Client')
    const replay = await visit('/')
    await sendSignIn(replay.page, 'E-000000005')
    await replay.page.getByRole('button', { name: 'Utiliser un code de secours' }).click()
    await replay.page.getByLabel('Code de secours').fill(codes[0] ?? '')
    await replay.page.getByRole('button', { name: 'Valider' }).click()
    await replay.page.getByText(/Ce code n’est pas le bon/).waitFor()
  })

  test('takes a passkey as second factor', async ({ enter }) => {
    const { page, context } = await enter('E-000000007', '/client/entreprise/mes-informations/securite', { ownSession: true })
    const devtools = await context.newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Créer la clé d’accès' }).click()
    await confirmByPassword(page)
    expect(await keepCodes(page)).toHaveLength(10)
    await page.getByRole('button', { name: /^Mon compte/ }).click()
    await page.getByRole('menuitem', { name: 'Se déconnecter' }).click()
    await sendSignIn(page, 'E-000000007')
    await page.getByRole('button', { name: 'Utiliser ma clé d’accès' }).click()
    await titled(page, 'Mon Univers Client')
  })

  test('ends a session from another browser, which keeps what was being typed', async ({ enter }) => {
    const typing = await enter('E-000000004', '/client/entreprise/ma-societe/sites/nouveau')
    await typing.page.getByLabel(/^Nom du site/).fill('Entrepôt de Bègles')
    const { page } = await enter('E-000000004', '/client/entreprise/mes-informations/sessions', { ownSession: true })
    await page.getByText('Cette session').waitFor()
    await expectGoodLooks(page, 'sessions')
    await page
      .getByRole('button', { name: /^Fermer la session/ })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Fermer', exact: true }).last().click()
    const ended = typing.page.getByRole('dialog', { name: 'Votre session est terminée' })
    await ended.waitFor()
    await expectAccessible(typing.page)
    await ended.getByLabel(/^Mot de passe/).fill(password)
    await ended.getByRole('button', { name: 'Continuer' }).click()
    await ended.waitFor({ state: 'hidden' })
    expect(await typing.page.getByLabel(/^Nom du site/).inputValue()).toBe('Entrepôt de Bègles')
  })
})
