import type { Subscription } from '#api/orders/contract/contract'
import * as m from '#messages/subscriptions'
import { PageTabs } from '../../../ui/page-tabs/page-tabs.tsx'
import { type ContractTab, contractTabs } from './tab-names.ts'

/** « Aperçu · Services · Coûts · Documents · Historique ». */
export const ContractTabs = ({ contract, tab }: { readonly contract: Subscription; readonly tab: ContractTab }) => {
  const counts: Readonly<Partial<Record<ContractTab, number>>> = {
    services: contract.serviceCount,
    documents: contract.documents.length + contract.sheets.length,
  }
  return (
    <PageTabs
      label={m.subscriptions_tabs()}
      tab={tab}
      tabs={contractTabs.map((key) => ({ key, label: m[`subscriptions_tab_${key}`](), count: counts[key] }))}
    />
  )
}
