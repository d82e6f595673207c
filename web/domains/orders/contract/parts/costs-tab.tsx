import type { Subscription } from '#api/orders/contract/contract'
import { CommitmentsCard } from './commitments-card.tsx'
import { CostsCard } from './costs-card.tsx'

/** What the contract costs, and what binds it. */
export const CostsTab = ({ contract }: { readonly contract: Subscription }) => (
  <>
    <CostsCard contract={contract} />
    <CommitmentsCard contract={contract} />
  </>
)
