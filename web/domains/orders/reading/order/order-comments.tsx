import { Text, Textarea } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { commentOrder, type Order } from '#api/orders/reading/orders'
import * as m from '#messages/orders'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { formatInstant } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { notifyProblem } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../orders.module.css'
import { bareName } from '../../person-name.ts'

const maximum = 4000

interface WriteBoxProps {
  readonly label: string
  readonly placeholder: string
  readonly sendLabel: string
  /** Sent once per key, however often it is tried. */
  readonly onSend: (body: string, key: string) => Promise<unknown>
}

/** A text and its button; what is typed stays until it is sent. */
export const WriteBox = ({ label, placeholder, sendLabel, onSend }: WriteBoxProps) => {
  const [text, setText] = useState('')
  const [key, setKey] = useState(newIdempotencyKey)
  const [isSending, setSending] = useState(false)
  useUnsavedGuard(text.trim() !== '' && !isSending)
  const send = async () => {
    if (text.trim() === '' || isSending) return
    setSending(true)
    try {
      await onSend(text.trim(), key)
      setText('')
      setKey(newIdempotencyKey())
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <form
      className="no-print"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Textarea
        label={label}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={maximum}
      />
      <div className={classes.sendRow}>
        <span className={classes.small}>{m.orders_send_keys()}</span>
        <SubmitButton loading={isSending} disabled={text.trim() === ''} leftSection={<IconSend size={16} stroke={1.6} aria-hidden />}>
          {sendLabel}
        </SubmitButton>
      </div>
    </form>
  )
}

/** The thread that the customer, its partner and the carrier share. */
export const OrderComments = ({ order }: { readonly order: Order }) => {
  const universe = useUniverse()
  const { reference, comments } = order
  return (
    <SectionCard title={m.orders_comments()} description={m.orders_comments_hint()}>
      {comments.length === 0 ? (
        <Text c="dimmed" mb="md">
          {m.orders_no_comment()}
        </Text>
      ) : null}
      <ol className={classes.thread} aria-label={m.orders_comments()} aria-live="polite">
        {comments.map(({ id, at, author, universe: side, isOurs, body }) => (
          <li key={id} className={classes.message} data-ours={isOurs || undefined}>
            <div className={classes.messageHead}>
              <strong>{bareName(author)}</strong>
              <span>{universeRoleLabel(side)}</span>
              <time dateTime={at}>{formatInstant(at)}</time>
            </div>
            <p className={classes.messageText}>{body}</p>
          </li>
        ))}
      </ol>
      {order.abilities.comment ? (
        <WriteBox
          label={m.orders_comment()}
          placeholder={m.orders_comment_placeholder()}
          sendLabel={m.orders_comment_send()}
          onSend={async (body, idempotencyKey) => {
            await call(commentOrder, { params: { universe, order: reference }, body: { body }, idempotencyKey })
          }}
        />
      ) : null}
    </SectionCard>
  )
}
