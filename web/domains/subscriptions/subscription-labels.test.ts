import { describe, expect, it } from 'vitest'
import type { DisplayedState, SubscriptionState } from '#api/subscriptions/list/subscription-list'
import type { OrderKind, OrderState } from '#api/subscriptions/rules/operations'
import { contractBadge, rowBadges } from './subscription-labels.ts'

const shown = (state: SubscriptionState, kind: OrderKind, order: OrderState) => ({
  state,
  displayedState: (state === 'terminated' ? 'terminated' : order) as DisplayedState,
  lastOrder: { reference: 'COM00025', kind, state: order },
})

describe('what is shown of a contract', () => {
  it('is that it goes on once its termination was withdrawn: nothing is broken', () => {
    const contract = shown('active', 'termination', 'cancelled_by_client')
    expect(contractBadge(contract, 'client')).toEqual({ tone: 'success', label: 'Active' })
    expect(rowBadges(contract, 'client')).toEqual([{ tone: 'success', label: 'Active' }])
  })

  it('is the state of its last order, quiet when what was called off is an addition alone', () => {
    expect(rowBadges(shown('active', 'addition', 'impossible'), 'client')).toEqual([{ tone: 'neutral', label: 'Commande impossible' }])
    expect(contractBadge(shown('active', 'addition', 'in_delivery'), 'client')).toEqual({ tone: 'success', label: 'Active' })
    expect(contractBadge(shown('creating', 'creation', 'in_delivery'), 'client')).toEqual({
      tone: 'info',
      label: 'Commande en cours de livraison',
    })
  })

  it('is quiet when its creation came to nothing: nobody has anything left to do', () => {
    expect(rowBadges(shown('abandoned', 'creation', 'cancelled'), 'client')).toEqual([{ tone: 'neutral', label: 'Commande annulée' }])
  })

  it('tells the end, asked for or done', () => {
    expect(rowBadges(shown('termination_requested', 'termination', 'submitted'), 'client')).toEqual([
      { tone: 'neutral', label: 'Commande déposée' },
      { tone: 'info', label: 'Résiliation demandée' },
    ])
    expect(contractBadge(shown('terminated', 'termination', 'delivered'), 'client')).toEqual({ tone: 'neutral', label: 'Résiliée' })
    expect(rowBadges(shown('terminated', 'termination', 'delivered'), 'client')).toEqual([{ tone: 'neutral', label: 'Résiliée' }])
    // A request that waits for its client is not called off.
    expect(rowBadges(shown('active', 'termination', 'awaiting_client'), 'client')).toEqual([
      { tone: 'warning', label: 'En attente de validation client' },
    ])
  })

  it('is told of a contract of before without any order', () => {
    const contract = { state: 'active', displayedState: 'delivered', lastOrder: null } as const
    expect(rowBadges(contract, 'client')).toEqual([{ tone: 'success', label: 'Commande livrée' }])
  })
})
