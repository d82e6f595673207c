import type { Subscription } from '#api/orders/contract/contract'
import { ServicesCard } from './services-card.tsx'
import { ContractForm, ContractSites } from './terms-card.tsx'

/** What the contract brought, how it was asked, and where. */
export const ServicesTab = ({ contract }: { readonly contract: Subscription }) => (
  <>
    <ServicesCard contract={contract} />
    <ContractForm contract={contract} />
    <ContractSites contract={contract} />
  </>
)
