import { describe, expect, it } from 'vitest'
import type { Scope } from '../../../platform/context.ts'
import { renderMail } from '../../../platform/mail/render-mail.ts'
import { scopeOf } from '../../../testing/scope-of.ts'
import { mayWritePayments, needsNewMandate, type PayingCompany, paymentAbilities } from './payment.policy.ts'
import { paymentChangedMail, paymentEvents } from './payment-mails.ts'

const iban = 'FR7630006000011234567890189'
const otherIban = 'FR1420041010050500013M02606'
const own = { id: 'own', operator_id: null }
const other = { id: 'other', operator_id: null }

describe('who writes payment coordinates', () => {
  it.each<[string, Partial<Scope>, PayingCompany, boolean]>([
    ['the company itself', { grants: { 'company.write': 'all' } }, own, true],
    ['somebody limited to sites', { grants: { 'company.write': ['bordeaux'] } }, own, false],
    ['a reader', { grants: { 'company.read': 'all' } }, own, false],
    ['« voir comme »', { grants: { 'company.write': 'all' }, readOnly: true }, own, false],
    ['an ambassador, for a client', { universe: 'ambassador', grants: { 'company.write': 'all' } }, other, false],
    ['an ambassador, for itself, outside its client universe', { universe: 'ambassador', grants: { 'company.write': 'all' } }, own, false],
    ["the carrier's billing", { universe: 'carrier', grants: { 'carrier.billing': 'all' } }, other, true],
    ["the carrier's administrator", { universe: 'carrier', grants: { 'carrier.administer': 'all' } }, other, true],
    ["the carrier's other staff", { universe: 'carrier', grants: { 'company.write': 'all', 'carrier.pilot': 'all' } }, other, false],
    ["an operator's client", { grants: { 'company.write': 'all' } }, { id: 'own', operator_id: 'operator' }, false],
    ['an operator for its own tools', { grants: { 'company.write': 'all' } }, { id: 'own', operator_id: 'own' }, true],
  ])('%s', (_, scope, company, expected) => {
    expect(mayWritePayments(scopeOf(scope), company)).toBe(expected)
  })

  it('follows the state of the mandate', () => {
    const scope = scopeOf({ grants: { 'company.write': 'all' } })
    expect(paymentAbilities(scope, own, 'to_sign')).toEqual({ edit: true, reveal: true, sign: true, revoke: true, download: true })
    expect(paymentAbilities(scope, own, 'signed')).toMatchObject({ sign: false, revoke: true, download: true })
    expect(paymentAbilities(scope, own, 'revoked')).toMatchObject({ edit: true, sign: false, revoke: false, download: false })
  })
})

describe('a new mandate', () => {
  it.each([
    [{ iban: null, scheme: 'core' }, 'signed', false],
    [{ iban, scheme: 'core' }, 'signed', false],
    [{ iban, scheme: 'core' }, 'revoked', true],
    [{ iban: otherIban, scheme: 'core' }, 'signed', true],
    [{ iban: null, scheme: 'b2b' }, 'to_sign', true],
  ])('%o on a %s mandate: %s', (next, state, expected) => {
    expect(needsNewMandate({ iban, scheme: 'core', state }, next)).toBe(expected)
  })
})

describe('the warning to administrators', () => {
  const parameters = {
    company: 'Ma Société',
    site: 'Agence de Bordeaux',
    ibanMasked: 'FR76 •••• •••• •••• 0189',
    mandate: 'OIP-00000002-M001',
    actor: 'Camille Martin',
    at: '21 novembre 2026 à 10:00',
    url: 'http://localhost:3000/client/entreprise/ma-societe',
  }
  it.each(paymentEvents)('%s reads in both languages, with its link', (event) => {
    for (const language of ['fr', 'en'] as const) {
      const { subject, html, text } = renderMail(paymentChangedMail, language, { ...parameters, event }, 'http://localhost:3000')
      expect(subject).toContain('Ma Société')
      for (const part of [html, text])
        for (const value of [parameters.mandate, parameters.url, 'Agence de Bordeaux']) expect(part).toContain(value)
    }
  })
})
