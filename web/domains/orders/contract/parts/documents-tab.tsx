import { ActionIcon, Text } from '@mantine/core'
import { IconDownload, IconFileTypePdf, IconLock, IconPaperclip } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { downloadSubscriptionDocument, downloadSubscriptionSheet, type Subscription } from '#api/orders/contract/contract'
import * as m from '#messages/subscriptions'
import { urlOf } from '../../../../platform/call.ts'
import { formatBytes, formatInstant } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { documentKindLabel } from '../../../subscriptions/order-labels.ts'
import classes from '../../../subscriptions/subscriptions.module.css'

interface FileRowProps {
  readonly title: string
  readonly fileName: string
  readonly about: string
  readonly icon: ReactNode
  readonly href: string
  readonly badge?: ReactNode
}

const FileRow = ({ title, fileName, about, icon, href, badge }: FileRowProps) => (
  <li className={classes.file}>
    <span className={classes.fileIcon} aria-hidden>
      {icon}
    </span>
    <div>
      <div className={classes.fileName}>{title}</div>
      <span className={classes.small}>{about}</span>
      {badge}
    </div>
    <ActionIcon
      component="a"
      size={36}
      variant="default"
      href={href}
      download={fileName}
      aria-label={m.subscriptions_download({ name: title })}
    >
      <IconDownload size={17} stroke={1.6} />
    </ActionIcon>
  </li>
)

/** Order forms, delivery notes, letters; and the sheets of the offer as it was contracted. */
export const DocumentsTab = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const { documents, sheets, reference } = contract
  return (
    <>
      <SectionCard title={m.subscriptions_documents()}>
        {documents.length === 0 ? <Text c="dimmed">{m.subscriptions_no_document()}</Text> : null}
        <ul className={classes.plain}>
          {documents.map((document) => {
            const Icon = document.internal ? IconLock : document.mediaType === 'application/pdf' ? IconFileTypePdf : IconPaperclip
            return (
              <FileRow
                key={document.id}
                title={document.kind === 'attachment' ? document.name : documentKindLabel(document.kind)}
                fileName={document.name}
                about={[document.orderReference, formatInstant(document.createdAt), formatBytes(document.size)].filter(Boolean).join(' · ')}
                icon={<Icon size={18} stroke={1.6} />}
                href={urlOf(downloadSubscriptionDocument, { universe, subscription: reference, document: document.id })}
                badge={document.internal ? <StateBadge tone="warning" label={m.subscriptions_internal()} /> : null}
              />
            )
          })}
        </ul>
      </SectionCard>
      {sheets.length > 0 ? (
        <SectionCard title={m.subscriptions_sheets()}>
          <ul className={classes.plain}>
            {sheets.map((sheet) => (
              <FileRow
                key={sheet.id}
                title={sheet.name}
                fileName={sheet.name}
                about={sheet.size === null ? '' : formatBytes(sheet.size)}
                icon={<IconFileTypePdf size={18} stroke={1.6} />}
                href={urlOf(downloadSubscriptionSheet, { universe, subscription: reference, sheet: sheet.id })}
              />
            ))}
          </ul>
        </SectionCard>
      ) : null}
    </>
  )
}
