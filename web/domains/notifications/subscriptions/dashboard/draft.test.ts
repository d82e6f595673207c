import { describe, expect, it } from 'vitest'
import { everyCategory } from '#api/notifications/notification-categories'
import type { Subscriber } from '#api/notifications/subscriptions/subscriptions'
import { changedContacts, columnStates, columnsOf, countChanges, type Draft, joinBits, toggled, toggledAll } from './draft.ts'

const contact = (contactId: string, values: Partial<Subscriber> = {}): Subscriber => ({
  contactId,
  name: contactId,
  hasAccess: true,
  hasEmail: true,
  isAdministrator: false,
  isSelf: false,
  masks: {},
  digest: 'none',
  version: 0,
  abilities: { edit: true },
  ...values,
})
const empty: Draft = new Map()
const [shopInterface = 0, shopEmail = 0] = columnsOf(['shop'])

describe('The draft of the dashboard', () => {
  it('forgets a box that is back where it was', () => {
    const one = contact('a')
    const ticked = toggled(empty, 'client', one, shopEmail, true)
    expect(countChanges(ticked, [one], ['client'])).toBe(1)
    expect(toggled(ticked, 'client', one, shopEmail, false).size).toBe(0)
  })

  it('never subscribes to the interface without access, nor a line that is not editable', () => {
    const outside = contact('a', { hasAccess: false })
    const other = contact('b', { abilities: { edit: false } })
    const draft = toggledAll(empty, 'client', [outside, other], joinBits(everyCategory, everyCategory), true)
    expect(changedContacts(draft, [outside, other], ['client'])).toEqual([
      { contactId: 'a', version: 0, universes: { client: { interface: { on: 0, off: 0 }, email: { on: everyCategory, off: 0 } } } },
    ])
  })

  it('says of a column: all, some, none, over those for whom it is possible', () => {
    const all = [contact('a', { masks: { client: { interface: 1, email: 1 } } }), contact('b', { hasAccess: false })]
    expect(columnStates(empty, 'client', all, [shopInterface, shopEmail])).toEqual(['on', 'some'])
    expect(columnStates(empty, 'operator', all, [shopInterface, shopEmail])).toEqual(['off', 'off'])
  })

  it('lets what another administrator saved pass under it', () => {
    const before = contact('a')
    const draft = toggled(empty, 'client', before, shopEmail | shopInterface, true)
    const after = contact('a', { masks: { client: { interface: 0, email: 1 } }, version: 3 })
    expect(countChanges(draft, [after], ['client'])).toBe(1)
  })
})
