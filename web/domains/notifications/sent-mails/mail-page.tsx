import { Button, Skeleton, Stack, Text, Timeline } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { languageOf, languageWords } from '#api/languages'
import type { Mail } from '#api/notifications/sent-mails/sent-mails'
import { mailWords } from '#api/notifications/words'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/notifications'
import * as shell from '#messages/shell'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { formatInstant, formatNumber } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { useUniverse } from '../../../platform/session.ts'
import { shownAddress } from '../../../platform/shown-address.ts'
import { words } from '../../../platform/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { AnchorLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { Notice } from '../notice.tsx'
import { mailStateLabel, outcomeLabel, reasonLabel, templateLabel } from './mail-labels.ts'
import { mailQuery } from './mails.queries.ts'
import { resend } from './resend.ts'

const route = getRouteApi(pages.sentMail)

const Content = ({ content }: Pick<Mail, 'content'>) =>
  content ? (
    <Stack gap="sm">
      <Text fw={600}>{content.title}</Text>
      {content.paragraphs.map((paragraph) => (
        <Text key={paragraph}>{paragraph}</Text>
      ))}
      <DescriptionList items={content.facts} />
      {content.buttonLabel ? <Text c="dimmed">{m.mail_button({ label: content.buttonLabel })}</Text> : null}
      {content.footer.map((line) => (
        <Text key={line} fz="sm" c="dimmed">
          {line}
        </Text>
      ))}
    </Stack>
  ) : (
    <Text c="dimmed">{m.mail_content_secret()}</Text>
  )

const History = ({ history }: Pick<Mail, 'history'>) =>
  history.length === 0 ? (
    <Text c="dimmed">{m.mail_no_history()}</Text>
  ) : (
    <Timeline bulletSize={14} lineWidth={2} active={-1}>
      {history.map(({ at, outcome, reason }) => (
        <Timeline.Item key={`${at}.${outcome}`} title={outcomeLabel(outcome)}>
          <Text fz="sm" c="dimmed" className="tabular">
            {formatInstant(at)}
          </Text>
          {reason ? <Text fz="sm">{reasonLabel(reason)}</Text> : null}
        </Timeline.Item>
      ))}
    </Timeline>
  )

export const reads = ({ params }: Place<{ readonly mail: string }>) => [mailQuery(params.mail)]

/** One mail: what it said, and what the mail server answered. */
export const MailPage = () => {
  const universe = useUniverse()
  const { mail: id } = route.useParams()
  const { data: mail, error } = useQuery(mailQuery(id))
  if (error && !mail) return <PageProblem error={error} />
  return (
    <Page
      title={mail?.subject ?? words(mailWords.title)}
      badge={mail ? <StatePill of="mail" state={mail.state} label={mailStateLabel(mail.state)} /> : null}
      subtitle={shownAddress(mail?.to)}
      breadcrumb={[{ label: shell.module_company() }, { label: words(mailWords.title), to: pages.sentMails }]}
      actions={
        mail?.abilities.resend ? (
          <Button leftSection={<IconSend size={16} stroke={1.6} aria-hidden />} onClick={() => void resend(mail)}>
            {m.mail_resend()}
          </Button>
        ) : null
      }
    >
      {mail ? (
        <Stack gap="md">
          {mail.state === 'uncertain' ? (
            <Notice color="yellow" title={m.mail_uncertain_title()}>
              {m.mail_uncertain_text()}
            </Notice>
          ) : null}
          {mail.state === 'failed' ? (
            <Notice color="red" title={m.mail_failed_title()}>
              {mail.lastError === null ? null : reasonLabel(mail.lastError)}
            </Notice>
          ) : null}
          <SectionCard title={m.mail_information()}>
            <DescriptionList
              items={[
                { label: words(mailWords.to), value: shownAddress(mail.to) },
                { label: words(mailWords.template), value: templateLabel(mail.template) },
                { label: words(mailWords.login), value: mail.login },
                {
                  label: words(mailWords.company),
                  value: mail.company ? (
                    <AnchorLink to={clientPages.company} params={{ universe, company: mail.company.reference }}>
                      {mail.company.name}
                    </AnchorLink>
                  ) : null,
                },
                { label: words(mailWords.createdAt), value: formatInstant(mail.createdAt) },
                { label: words(mailWords.sentAt), value: formatInstant(mail.sentAt) },
                mail.nextAttemptAt !== null && { label: words(mailWords.nextAttemptAt), value: formatInstant(mail.nextAttemptAt) },
                { label: words(mailWords.attempts), value: formatNumber(mail.attempts) },
                { label: m.mail_language(), value: words(languageWords[languageOf(mail.language)]) },
                { label: m.mail_message_id(), value: mail.messageId, wide: true },
              ]}
            />
          </SectionCard>
          <SectionCard title={m.mail_content()}>
            <Content content={mail.content} />
          </SectionCard>
          <SectionCard title={m.mail_history()}>
            <History history={mail.history} />
          </SectionCard>
        </Stack>
      ) : (
        <Skeleton height={360} />
      )}
    </Page>
  )
}
