import { Text } from '@mantine/core'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { universeRoleLabel } from '../../../../app/universe-labels.ts'
import { formatDay, formatInstant, formatNumber } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { orderKindLabel, orderStateLabel } from '../../../subscriptions/order-labels.ts'
import classes from '../../../subscriptions/subscriptions.module.css'
import { WhenLine } from '../../../subscriptions/when.tsx'
import { bareName } from '../../person-name.ts'

type Operation = Subscription['operations'][number]

const quantityOf = ({ quantityBefore, quantityAfter }: Operation): string | null => {
  if (quantityAfter === null) return null
  return quantityBefore === null || quantityBefore === quantityAfter
    ? formatNumber(quantityAfter)
    : `${formatNumber(quantityBefore)} → ${formatNumber(quantityAfter)}`
}

/** « Historique des opérations », latest first. */
export const HistoryTab = ({ contract: { operations, takenOver, unit, createdAt } }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  return (
    <SectionCard title={m.subscriptions_operations()}>
      {operations.length === 0 ? <Text c="dimmed">{m.subscriptions_no_operation()}</Text> : null}
      <ul className={classes.plain}>
        {operations.map((operation) => {
          const quantity = quantityOf(operation)
          return (
            <li key={operation.reference} className={classes.operation}>
              <div className={classes.operationHead}>
                <span>
                  <strong>{orderKindLabel(operation.kind)}</strong>{' '}
                  <AnchorLink to={pages.order} params={{ universe, order: operation.reference }}>
                    {operation.reference}
                  </AnchorLink>
                </span>
                <StatePill of="order" state={operation.state} label={orderStateLabel(operation.state)} />
              </div>
              <div className={classes.small}>
                {m.subscriptions_placed({
                  at: formatInstant(operation.placedAt),
                  who: `${bareName(operation.placedBy)} (${universeRoleLabel(operation.placedUniverse)})`,
                })}
              </div>
              <div className={classes.small}>
                {[
                  quantity === null ? null : m.subscriptions_quantity_of({ quantity: unit ? `${quantity} ${words(unit)}` : quantity }),
                  operation.wishedOn && operation.when.is !== 'delivered'
                    ? m.subscriptions_wished_day({ day: formatDay(operation.wishedOn) })
                    : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {operation.when.is === 'none' ? null : (
                <div className={classes.small}>
                  <WhenLine when={operation.when} />
                </div>
              )}
              {operation.closingReason ? <p className={classes.reason}>{operation.closingReason}</p> : null}
            </li>
          )
        })}
      </ul>
      {takenOver ? (
        <Text c="dimmed" fz="sm">
          {m.subscriptions_taken_over({ at: formatInstant(createdAt) })}
        </Text>
      ) : null}
    </SectionCard>
  )
}
