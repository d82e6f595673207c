import { Alert, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileOff, IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { Subscription } from '#api/orders/contract/contract'
import { readSubscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { nameOf, words } from '../../../platform/words.ts'
import columns from '../../../ui/columns.module.css'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { orderKindLabel } from '../../subscriptions/order-labels.ts'
import { contractTitle } from '../../subscriptions/subscription-labels.ts'
import classes from '../../subscriptions/subscriptions.module.css'
import { OrderTimeline } from '../reading/timeline/order-timeline.tsx'
import { AdditionsMenu } from './changes/additions-menu.tsx'
import { ModifyButton } from './changes/modify-button.tsx'
import { CommitmentsCard } from './commitments-card.tsx'
import { ContractBlocks } from './contract-blocks.tsx'
import { ContractDocuments } from './contract-documents.tsx'
import { ContractPeople } from './contract-people.tsx'
import { ContractSummary } from './contract-summary.tsx'
import { CostsCard } from './costs-card.tsx'
import { OperationsCard } from './operations-card.tsx'
import { ServicesCard } from './services-card.tsx'
import { TerminationCard } from './termination-card.tsx'
import { ContractForm, ContractSites, ContractTerms } from './terms-card.tsx'

const TerminationWindow = lazyPart(() => import('../termination/termination-window.tsx'), 'TerminationWindow')

const route = getRouteApi(pages.subscription)

export const reads = ({ universe, params }: Place<{ readonly subscription: string }>) => [
  read(readSubscription, { params: { universe, subscription: params.subscription } }),
]

const Reference = ({ reference }: Pick<Subscription, 'reference'>) => (
  <span className={classes.titleReference}>
    {reference}
    <CopyButton value={reference} />
  </span>
)

/** Why there is no « Résilier », when the reader may wonder. */
const Refusal = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const code = contract.terminationRefusal
  const { lastOrder } = contract
  if (lastOrder?.state === 'awaiting_client') {
    const { reference, kind } = lastOrder
    return (
      <Alert variant="light" color="yellow" icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}>
        {m.subscriptions_awaiting({ kind: orderKindLabel(kind), reference })}{' '}
        <AnchorLink to={pages.order} params={{ universe, order: reference }} underline="always">
          {m.subscriptions_awaiting_open({ reference })}
        </AnchorLink>
      </Alert>
    )
  }
  if (code !== 'operator_only' && code !== 'running_order' && code !== 'other_sites') return null
  return (
    <Alert variant="light" color="gray" icon={<IconInfoCircle size={18} stroke={1.6} aria-hidden />}>
      {m[`subscriptions_refusal_${code}`]()}
    </Alert>
  )
}

const Content = ({ contract }: { readonly contract: Subscription }) => (
  <>
    {contract.termination && contract.termination.state !== 'withdrawn' ? <TerminationCard contract={contract} /> : null}
    <Refusal contract={contract} />
    <ContractSummary contract={contract} />
    <ContractBlocks contract={contract} />
    <div className={columns.sheet}>
      <div className={columns.column}>
        {contract.runningOrder ? (
          <SectionCard
            title={m.subscriptions_running_order({
              kind: orderKindLabel(contract.runningOrder.kind),
              reference: contract.runningOrder.reference,
            })}
          >
            <OrderTimeline order={contract.runningOrder} />
          </SectionCard>
        ) : null}
        <CostsCard contract={contract} />
        <CommitmentsCard contract={contract} />
        <ServicesCard contract={contract} />
        <ContractForm contract={contract} />
        <OperationsCard contract={contract} />
      </div>
      <div className={columns.column}>
        <ContractTerms contract={contract} />
        <ContractPeople contract={contract} />
        <ContractSites contract={contract} />
        <ContractDocuments contract={contract} />
      </div>
    </div>
  </>
)

/** A contracted offer: what was last done, for whom, where, at what cost, until when. */
export const ContractPage = () => {
  const { universe, subscription: reference } = route.useParams()
  const { data: contract, error } = useQuery(read(readSubscription, { params: { universe, subscription: reference } }))
  const [isTerminating, terminating] = useDisclosure(false)
  if (error && !contract) return <PageProblem error={error} />
  const mayTerminate = contract ? contract.abilities.terminate || contract.abilities.enterTermination : false
  return (
    <Page
      title={contract ? nameOf(contract) : reference}
      documentTitle={contract ? contractTitle(contract) : reference}
      badge={contract ? <Reference reference={contract.reference} /> : null}
      mark={contract ? <KeptMark kind="contract" reference={contract.reference} /> : null}
      breadcrumb={[
        { label: words(contractWords.title), to: pages.subscriptions },
        { label: contract ? contractTitle(contract) : reference },
      ]}
      actions={
        contract ? (
          <>
            <ModifyButton contract={contract} />
            <AdditionsMenu contract={contract} />
            {mayTerminate ? (
              <Button
                c="var(--mantine-color-error)"
                variant="default"
                leftSection={<IconFileOff size={16} stroke={1.6} aria-hidden />}
                onClick={terminating.open}
              >
                {m.subscriptions_terminate()}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {contract ? <Content contract={contract} /> : <Skeleton height={560} />}
      {contract && isTerminating ? <TerminationWindow contract={contract} onClose={terminating.close} /> : null}
    </Page>
  )
}
