import { IconPencil } from '@tabler/icons-react'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { useUniverse } from '../../../../platform/session.ts'
import { ButtonLink } from '../../../../ui/links.tsx'

/** « Modifier »: the contract's own form, in the shop. */
export const ModifyButton = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  if (!contract.abilities.modify) return null
  return (
    <ButtonLink
      to={pages.modification}
      params={{ universe, subscription: contract.reference }}
      search={universe === 'client' ? {} : { client: contract.client.reference }}
      variant="default"
      leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
    >
      {m.subscriptions_modify()}
    </ButtonLink>
  )
}
