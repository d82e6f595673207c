import type { Subscription } from '#api/orders/contract/contract'
import columns from '../../../../ui/columns.module.css'
import { ContractTerms } from '../parts/terms-card.tsx'
import { TerminationCard } from '../termination-card.tsx'
import { ContractFacts } from './contract-facts.tsx'
import { ContractPeople } from './contract-people.tsx'
import { FeeCard } from './fee-card.tsx'
import { RunningOrderCard } from './running-order-card.tsx'
import { ServiceLines } from './service-lines.tsx'

/** What runs on the contract, what it brings and what it costs; beside it who is concerned and what one consults. */
export const OverviewTab = ({ contract }: { readonly contract: Subscription }) => (
  <>
    {contract.termination && contract.termination.state !== 'withdrawn' ? <TerminationCard contract={contract} /> : null}
    <div className={columns.sheet}>
      <div className={columns.column}>
        <RunningOrderCard contract={contract} />
        <ServiceLines contract={contract} />
        <FeeCard contract={contract} />
      </div>
      <div className={columns.column}>
        <ContractPeople contract={contract} />
        <ContractTerms contract={contract} />
        <ContractFacts contract={contract} />
      </div>
    </div>
  </>
)
