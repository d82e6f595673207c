import { Button, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { readUnsubscription, type Unsubscription, undoUnsubscription, unsubscribe } from '#api/notifications/unsubscribe/unsubscribe'
import { publicPages } from '#api/pages'
import * as m from '#messages/notifications'
import { call } from '../../../platform/call.ts'
import { isProblem, problemMessage } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { PublicFrame } from '../../identity/public-frame.tsx'
import { categoryLabel } from '../notification-labels.ts'

const route = getRouteApi(publicPages.unsubscribe)

const wordsOf = ({ address, categories, companyName }: Unsubscription) => ({
  address,
  category: categories.map(categoryLabel).join(', '),
  company: companyName,
})

/** Nothing to do with this link: it is too old, or was cut. */
const DeadLink = () => (
  <PublicFrame title={m.unsubscribe_expired_title()} text={m.unsubscribe_expired()}>
    <ButtonLink to="/">{m.unsubscribe_portal()}</ButtonLink>
  </PublicFrame>
)

interface QuestionProps {
  readonly title: string
  readonly text: string
  readonly note?: string | null
  readonly button: string
  readonly onConfirm: () => Promise<void>
}

/** Nothing happens on opening: mail filters follow links too. */
const Question = ({ title, text, note, button, onConfirm }: QuestionProps) => {
  const [isSending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const confirm = async () => {
    setSending(true)
    setError(null)
    try {
      await onConfirm()
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  return (
    <PublicFrame title={title} text={text}>
      <Stack gap="md">
        {note ? <Text>{note}</Text> : null}
        {error ? (
          <Text c="var(--mantine-color-error)" role="alert">
            {problemMessage(error)}
          </Text>
        ) : null}
        <Group>
          <Button onClick={() => void confirm()} loading={isSending}>
            {button}
          </Button>
        </Group>
      </Stack>
    </PublicFrame>
  )
}

/** The link of a mail: unsubscribes an address from a category, or brings a shared address back. */
export const UnsubscribePage = () => {
  const { jeton, annuler } = route.useSearch()
  const token = annuler ?? jeton ?? ''
  const isUndo = annuler !== undefined
  const { data, error } = useQuery({
    ...read(readUnsubscription, { query: { token }, silent: true }),
    enabled: token !== '',
    retry: false,
  })
  if (token === '' || isProblem(error, 'link_expired') || isProblem(error, 'validation_failed')) return <DeadLink />
  if (error && !data)
    return (
      <PublicFrame title={m.unsubscribe_title()} text={problemMessage(error)}>
        {null}
      </PublicFrame>
    )
  if (!data)
    return (
      <PublicFrame title={m.unsubscribe_title()}>
        <Skeleton height={72} />
      </PublicFrame>
    )
  const words = wordsOf(data)
  const act = (endpoint: typeof unsubscribe | typeof undoUnsubscription) => async () => {
    await call(endpoint, { query: { token }, silent: true })
  }
  if (data.state === 'undone' || (isUndo && data.state === 'subscribed'))
    return (
      <PublicFrame title={m.unsubscribe_undone_title()} text={m.unsubscribe_undone(words)}>
        <ButtonLink to="/">{m.unsubscribe_portal()}</ButtonLink>
      </PublicFrame>
    )
  if (isUndo)
    return (
      <Question
        key="undo"
        title={m.unsubscribe_undo_title()}
        text={m.unsubscribe_undo_question(words)}
        button={m.unsubscribe_undo()}
        onConfirm={act(undoUnsubscription)}
      />
    )
  if (data.state === 'subscribed')
    return (
      <Question
        key="take"
        title={m.unsubscribe_title()}
        text={m.unsubscribe_question(words)}
        note={data.isShared ? m.unsubscribe_shared() : null}
        button={data.isShared ? m.unsubscribe_confirm_shared() : m.unsubscribe_confirm()}
        onConfirm={act(unsubscribe)}
      />
    )
  return (
    <PublicFrame title={m.unsubscribe_done_title()} text={m.unsubscribe_done(words)}>
      <Stack gap="md">
        <Text>{data.isShared ? m.unsubscribe_done_shared() : m.unsubscribe_done_own()}</Text>
        <Group>
          <ButtonLink to="/">{m.unsubscribe_portal()}</ButtonLink>
        </Group>
      </Stack>
    </PublicFrame>
  )
}
