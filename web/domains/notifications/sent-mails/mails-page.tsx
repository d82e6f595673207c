import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { listMails, mailStates, resendMails } from '#api/notifications/sent-mails/sent-mails'
import { mailWords } from '#api/notifications/words'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/notifications'
import * as shell from '#messages/shell'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { formatInstant, formatNumber } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { DataList } from '../../../ui/data-list/data-list.tsx'
import { InstantLines } from '../../../ui/data-list/instant-lines.tsx'
import { type ListSearch, listSearch } from '../../../ui/data-list/list-search.ts'
import { TwoLines } from '../../../ui/data-list/two-lines.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { mailStateLabel, mailTemplates, reasonLabel, templateLabel } from './mail-labels.ts'
import { resend } from './resend.ts'

const route = getRouteApi(pages.sentMails)

type Search = ListSearch<typeof listMails>
const mails = (search: Search) => read(listMails, { params: { universe: 'carrier' }, query: search })

export const address = listSearch(listMails)
export const reads = ({ search }: Place<object, Search>) => [mails(search)]

/** « Courriels envoyés ». */
export const MailsPage = () => {
  const universe = useUniverse()
  const search = route.useSearch()
  return (
    <Page title={words(mailWords.title)} breadcrumb={[{ label: shell.module_company() }]}>
      <DataList
        endpoint={listMails}
        params={{ universe }}
        asked={search}
        label={words(mailWords.title)}
        query={useQuery(mails(search))}
        rowKey={({ id }) => id}
        rowLabel={({ subject }) => subject}
        rowLink={({ id }) => ({ to: pages.sentMail, params: { universe, mail: id } })}
        rowActions={(mail) =>
          mail.state === 'failed' || mail.state === 'uncertain'
            ? [{ key: 'resend', label: m.mail_resend(), icon: <IconSend size={16} stroke={1.6} />, onClick: () => void resend(mail) }]
            : []
        }
        acts={[
          {
            endpoint: resendMails,
            label: m.mail_resend(),
            icon: <IconSend size={16} stroke={1.6} aria-hidden />,
            isFor: ({ state }) => state === 'failed' || state === 'uncertain',
          },
        ]}
        columns={[
          {
            key: 'subject',
            header: words(mailWords.subject),
            cell: ({ subject, template }) => <TwoLines first={subject} second={templateLabel(template)} />,
            wide: true,
          },
          { key: 'to', header: words(mailWords.to), cell: ({ to }) => shownAddress(to), clip: true },
          {
            key: 'state',
            header: words(mailWords.state),
            cell: (mail) => <StatePill of="mail" state={mail.state} label={mailStateLabel(mail.state)} />,
            fixed: true,
            headline: true,
          },
          { key: 'createdAt', header: words(mailWords.createdAt), cell: ({ createdAt }) => <InstantLines at={createdAt} />, corner: true },
          {
            key: 'company',
            header: words(mailWords.company),
            cell: ({ company }) =>
              company ? (
                <AnchorLink to={clientPages.company} params={{ universe, company: company.reference }}>
                  {company.name}
                </AnchorLink>
              ) : null,
            clip: true,
          },
          { key: 'attempts', header: words(mailWords.attempts), cell: ({ attempts }) => formatNumber(attempts), align: 'end' },
          {
            key: 'lastError',
            header: words(mailWords.lastError),
            cell: ({ lastError }) => (lastError === null ? null : reasonLabel(lastError)),
            hidden: true,
          },
          {
            key: 'template',
            header: words(mailWords.template),
            cell: ({ template }) => templateLabel(template),
            hidden: true,
            tableOnly: true,
          },
          { key: 'login', header: words(mailWords.login), cell: ({ login }) => login, hidden: true },
          { key: 'sentAt', header: words(mailWords.sentAt), cell: ({ sentAt }) => formatInstant(sentAt), hidden: true },
          {
            key: 'nextAttemptAt',
            header: words(mailWords.nextAttemptAt),
            cell: ({ nextAttemptAt }) => formatInstant(nextAttemptAt),
            hidden: true,
          },
        ]}
        filters={[
          { kind: 'search', placeholder: m.mails_search() },
          {
            kind: 'select',
            key: 'state',
            label: words(mailWords.state),
            options: mailStates.map((value) => ({ value, label: mailStateLabel(value) })),
          },
          {
            kind: 'select',
            key: 'template',
            label: words(mailWords.template),
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
