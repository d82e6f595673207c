import { Button, Group, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refuseOrder } from '#api/orders/life/placing'
import type { Order } from '#api/orders/reading/orders'
import { pages } from '#api/pages'
import * as m from '#messages/orders'
import * as t from '#messages/terminations'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { isProblem, Problem } from '../../../../platform/problem.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import classes from '../../orders.module.css'
import { decisionQuery } from '../../orders.queries.ts'

const ReasonWindow = lazyPart(() => import('../../../../ui/acts/reason-window.tsx'), 'ReasonWindow')
const ValidateTerminationWindow = lazyPart(() => import('./validate-termination-window.tsx'), 'ValidateTerminationWindow')
const ValidateWindow = lazyPart(() => import('./validate-window.tsx'), 'ValidateWindow')

const Others = ({ waiting }: { readonly waiting: readonly string[] }) => {
  const universe = useUniverse()
  return waiting.length === 0 ? null : (
    <Text fz="sm">
      {m.orders_decide_others({ count: waiting.length })}{' '}
      {waiting.map((reference, index) => (
        <span key={reference}>
          {index > 0 ? ', ' : ''}
          <AnchorLink to={pages.order} params={{ universe, order: reference }} underline="always">
            {reference}
          </AnchorLink>
        </span>
      ))}
    </Text>
  )
}

/** An order that somebody entered for the reader: validate it with the terms of sale, or refuse it. */
export const DecisionCard = ({ order }: { readonly order: Order }) => {
  const universe = useUniverse()
  const { reference } = order
  const { data: decision, error } = useQuery(decisionQuery(universe, reference))
  const [isValidating, validating] = useDisclosure(false)
  const [isRefusing, refusing] = useDisclosure(false)
  const [refusalKey] = useState(newIdempotencyKey)
  const refuse = async (reason: string) => {
    await call(refuseOrder, {
      params: { universe, order: reference },
      body: { version: decision?.version ?? order.version, reason },
      idempotencyKey: refusalKey,
    })
    notifySuccess(m.orders_refused({ reference }))
  }
  const block = decision?.block ? new Problem({ code: decision.block, status: 409 }) : null
  const mayDecide = decision?.abilities.decide ?? false
  const isTermination = order.kind === 'termination'
  return (
    <section className={classes.decision} aria-labelledby="order-decision">
      <h2 id="order-decision">{isTermination ? t.terminations_decide_title() : m.orders_decide_title()}</h2>
      <Text>{isTermination ? t.terminations_decide_text({ who: order.placedBy }) : m.orders_decide_text({ who: order.placedBy })}</Text>
      {decision ? <Others waiting={decision.waiting} /> : null}
      {isProblem(error) && !decision ? <FormProblem problem={error} /> : null}
      <FormProblem problem={block} />
      <Group gap="sm">
        <Button onClick={validating.open} disabled={!mayDecide || block !== null}>
          {isTermination ? t.terminations_validate() : m.orders_validate()}
        </Button>
        <Button variant="default" onClick={refusing.open} disabled={!mayDecide}>
          {isTermination ? t.terminations_refuse() : m.orders_refuse()}
        </Button>
      </Group>
      {isValidating && isTermination ? <ValidateTerminationWindow order={order} onClose={validating.close} /> : null}
      {isValidating && decision && !isTermination ? <ValidateWindow order={order} decision={decision} onClose={validating.close} /> : null}
      {isRefusing ? (
        <ReasonWindow
          title={isTermination ? t.terminations_refuse_title({ reference }) : m.orders_refuse_title({ reference })}
          message={
            isTermination
              ? t.terminations_refuse_text()
              : order.kind === 'creation'
                ? m.orders_refuse_text_creation()
                : m.orders_refuse_text()
          }
          label={m.orders_reason()}
          isRequired={false}
          maximum={1000}
          confirmLabel={isTermination ? t.terminations_refuse() : m.orders_refuse()}
          onSend={refuse}
          onClose={refusing.close}
        />
      ) : null}
    </section>
  )
}
