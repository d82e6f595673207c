import { Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { Subscription } from '#api/orders/contract/contract'
import { readSubscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { KeptMark } from '../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { nameOf, words } from '../../../platform/words.ts'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { Page } from '../../../ui/page.tsx'
import { contractTitle } from '../../subscriptions/subscription-labels.ts'
import classes from '../../subscriptions/subscriptions.module.css'
import { AdditionsMenu } from './changes/additions-menu.tsx'
import { ModifyButton } from './changes/modify-button.tsx'
import { ContractNotice } from './contract-notice.tsx'
import { ContractSummary } from './contract-summary.tsx'
import { ContractTabs } from './contract-tabs.tsx'
import { OverviewTab } from './overview/overview-tab.tsx'
import type { ContractTab } from './tab-names.ts'

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

/** « Ma Société · Siège Social, 123 cours Voltaire, 92110 Clichy ». */
const whereOf = ({ client, site }: Subscription): string =>
  `${client.name} · ${[site.name, site.street, `${site.postcode} ${site.city}`.trim()].filter(Boolean).join(', ')}`

const parts: Readonly<Record<Exclude<ContractTab, 'overview'>, ComponentType<{ readonly contract: Subscription }>>> = {
  services: lazyPart(() => import('./parts/services-tab.tsx'), 'ServicesTab'),
  costs: lazyPart(() => import('./parts/costs-tab.tsx'), 'CostsTab'),
  documents: lazyPart(() => import('./parts/documents-tab.tsx'), 'DocumentsTab'),
  history: lazyPart(() => import('./parts/history-tab.tsx'), 'HistoryTab'),
}

const Content = ({ contract }: { readonly contract: Subscription }) => {
  const { tab = 'overview' } = route.useSearch()
  const Part = tab === 'overview' ? OverviewTab : parts[tab]
  return (
    <>
      <ContractSummary contract={contract} />
      <ContractNotice contract={contract} />
      <ContractTabs contract={contract} tab={tab} />
      <Part contract={contract} />
    </>
  )
}

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
      subtitle={contract ? whereOf(contract) : null}
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
