import { Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { noteOrder } from '#api/orders/delivery/delivery'
import type { Order } from '#api/orders/reading/orders'
import * as m from '#messages/delivery'
import { call } from '../../../platform/call.ts'
import { formatInstant } from '../../../platform/format.ts'
import classes from '../orders.module.css'
import { WriteBox } from '../reading/order/order-comments.tsx'

/** The carrier's own words about an order: no customer ever receives them. */
export const NotesCard = ({ order }: { readonly order: Order }) => (
  <section className={classes.notes} aria-labelledby="order-notes">
    <div>
      <h2 id="order-notes" className={classes.notesHead}>
        <IconLock size={17} stroke={1.8} aria-hidden />
        {m.delivery_notes()}
      </h2>
      <Text fz="sm" c="dimmed">
        {m.delivery_notes_hint()}
      </Text>
    </div>
    {order.notes.length > 0 ? (
      <ol className={classes.plain} aria-label={m.delivery_notes()} aria-live="polite">
        {order.notes.map(({ id, at, author, body }) => (
          <li key={id} className={classes.note}>
            <div className={classes.messageHead}>
              <strong>{author}</strong>
              <time dateTime={at}>{formatInstant(at)}</time>
            </div>
            <p className={classes.messageText}>{body}</p>
          </li>
        ))}
      </ol>
    ) : null}
    {order.abilities.note ? (
      <WriteBox
        label={m.delivery_note()}
        placeholder={m.delivery_note_placeholder()}
        sendLabel={m.delivery_note_send()}
        onSend={async (body, idempotencyKey) => {
          await call(noteOrder, { params: { universe: 'carrier', order: order.reference }, body: { body }, idempotencyKey })
        }}
      />
    ) : null}
  </section>
)
