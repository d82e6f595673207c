import { ActionIcon, Text, ThemeIcon } from '@mantine/core'
import { IconDownload, IconFileTypePdf, IconLock, IconPaperclip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { downloadOrderDocument, type Order } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { urlOf } from '../../../../platform/call.ts'
import { formatBytes, formatInstant } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { documentKindLabel } from '../../../subscriptions/order-labels.ts'
import classes from '../../orders.module.css'

type Paper = Order['documents'][number]

/** An amended order has its papers written anew: the last of a kind holds. */
const isReplaced = (paper: Paper, papers: readonly Paper[]): boolean =>
  paper.kind !== 'attachment' && papers.some((other) => other.kind === paper.kind && other.createdAt > paper.createdAt)

/** Papers of an order; the carrier's own are marked. */
export const OrderDocuments = ({ order, actions }: { readonly order: Order; readonly actions?: ReactNode }) => {
  const universe = useUniverse()
  return (
    <SectionCard title={m.orders_documents()} actions={actions}>
      {order.documents.length === 0 ? <Text c="dimmed">{m.orders_no_document()}</Text> : null}
      <ul className={classes.plain}>
        {order.documents.map((document) => {
          const title = document.kind === 'attachment' ? document.name : documentKindLabel(document.kind)
          const Icon = document.internal ? IconLock : document.mediaType === 'application/pdf' ? IconFileTypePdf : IconPaperclip
          return (
            <li key={document.id} className={classes.document}>
              <ThemeIcon size={34} variant="light" color={document.internal ? 'yellow' : undefined} aria-hidden>
                <Icon size={18} stroke={1.6} />
              </ThemeIcon>
              <div>
                <div className={classes.documentName}>{title}</div>
                <span className={classes.small}>
                  {formatInstant(document.createdAt)} · {formatBytes(document.size)}
                </span>
                {isReplaced(document, order.documents) ? (
                  <div>
                    <StateBadge tone="neutral" label={m.orders_replaced()} />
                  </div>
                ) : null}
                {document.internal ? (
                  <div>
                    <StateBadge tone="warning" label={m.orders_internal()} />
                  </div>
                ) : null}
              </div>
              <ActionIcon
                component="a"
                size={36}
                variant="default"
                href={urlOf(downloadOrderDocument, { universe, order: order.reference, document: document.id })}
                download={document.name}
                aria-label={m.orders_download({ name: title })}
              >
                <IconDownload size={17} stroke={1.6} />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
    </SectionCard>
  )
}
