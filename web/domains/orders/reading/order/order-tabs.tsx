import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { PageTabs } from '../../../../ui/page-tabs/page-tabs.tsx'
import { type OrderTab, orderTabs } from './tab-names.ts'

const labels = { overview: m.orders_tab_overview, content: m.orders_tab_content, documents: m.orders_tab_documents }

/** « Aperçu · Contenu · Documents ». */
export const OrderTabs = ({ order, tab }: { readonly order: Order; readonly tab: OrderTab }) => (
  <PageTabs
    label={m.orders_tabs()}
    tab={tab}
    tabs={orderTabs.map((key) => ({
      key,
      label: labels[key](),
      count: key === 'documents' ? order.documents.length : undefined,
    }))}
  />
)
