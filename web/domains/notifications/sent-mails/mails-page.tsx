import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { type MailRow, mailStates } from '#api/notifications/sent-mails/sent-mails'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/notifications'
import * as shell from '#messages/shell'
import { formatInstant, formatNumber } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { mailStateLabel, mailStateTones, mailTemplates, reasonLabel, templateLabel } from './mail-labels.ts'
import { mailsQuery } from './mails.queries.ts'
import { resend } from './resend.ts'

const route = getRouteApi(pages.sentMails)

/** « Courriels envoyés ». */
export const MailsPage = () => {
  const universe = useUniverse()
  const { state, ...search } = route.useSearch()
  const known = mailStates.find((one) => one === state)
  return (
    <Page title={m.mails_title()} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList<MailRow>
        id="mails"
        label={m.mails_title()}
        query={useQuery(mailsQuery({ ...search, ...(known ? { state: known } : {}) }))}
        rowKey={({ id }) => id}
        rowLabel={({ subject }) => subject}
        rowLink={({ id }) => ({ to: pages.sentMail, params: { universe, mail: id } })}
        rowActions={(mail) =>
          mail.state === 'failed' || mail.state === 'uncertain'
            ? [{ key: 'resend', label: m.mail_resend(), icon: <IconSend size={16} stroke={1.6} />, onClick: () => void resend(mail) }]
            : []
        }
        columns={[
          { key: 'subject', header: m.mails_subject(), cell: ({ subject }) => subject },
          { key: 'to', header: m.mails_to(), cell: ({ to }) => to },
          {
            key: 'state',
            header: m.mails_state(),
            cell: (mail) => <StateBadge tone={mailStateTones[mail.state]} label={mailStateLabel(mail.state)} />,
            fixed: true,
          },
          { key: 'createdAt', header: m.mails_created(), cell: ({ createdAt }) => formatInstant(createdAt) },
          { key: 'template', header: m.mails_template(), cell: ({ template }) => templateLabel(template) },
          {
            key: 'company',
            header: m.mails_company(),
            cell: ({ company }) =>
              company ? (
                <AnchorLink to={clientPages.company} params={{ universe, company: company.reference }}>
                  {company.name}
                </AnchorLink>
              ) : null,
          },
          { key: 'attempts', header: m.mails_attempts(), cell: ({ attempts }) => formatNumber(attempts), align: 'end' },
          {
            key: 'lastError',
            header: m.mails_last_error(),
            cell: ({ lastError }) => (lastError === null ? null : reasonLabel(lastError)),
            hidden: true,
          },
          { key: 'login', header: m.mails_login(), cell: ({ login }) => login, hidden: true },
          { key: 'sentAt', header: m.mails_sent(), cell: ({ sentAt }) => formatInstant(sentAt), hidden: true },
          { key: 'nextAttemptAt', header: m.mails_next(), cell: ({ nextAttemptAt }) => formatInstant(nextAttemptAt), hidden: true },
        ]}
        filters={[
          { kind: 'search', placeholder: m.mails_search() },
          {
            kind: 'select',
            key: 'state',
            label: m.mails_state(),
            options: mailStates.map((value) => ({ value, label: mailStateLabel(value) })),
          },
          {
            kind: 'select',
            key: 'template',
            label: m.mails_template(),
            options: mailTemplates.map((value) => ({ value, label: templateLabel(value) })),
          },
          { kind: 'date', key: 'from', label: m.mails_from() },
          { kind: 'date', key: 'until', label: m.mails_until() },
        ]}
        empty={{ title: m.mails_empty(), description: m.mails_empty_hint() }}
      />
    </Page>
  )
}
