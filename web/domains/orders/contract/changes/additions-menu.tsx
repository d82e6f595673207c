import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { ActionsMenu } from '../../../../ui/menu/actions-menu.tsx'

/** « Ajouter… »: the offers that change this running contract, each to its form in the shop. */
export const AdditionsMenu = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const navigate = useNavigate()
  const { additions, abilities } = contract
  if (!abilities.addTo || additions.length === 0) return null
  return (
    <ActionsMenu
      width={340}
      actions={additions.map((offer) => ({
        key: offer.code,
        label: words(offer.name),
        onClick: () =>
          void navigate({
            to: pages.addition,
            params: { universe, subscription: contract.reference },
            search: { offre: offer.code, ...(universe === 'client' ? {} : { client: contract.client.reference }) },
          }),
      }))}
      button={
        <Button variant="default" leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}>
          {m.subscriptions_add()}
        </Button>
      }
    />
  )
}
