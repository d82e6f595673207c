import { Alert, Button, Skeleton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { pages } from '#api/pages'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import {
  declinePurchaseRequest,
  type PurchaseRequest,
  readPurchaseRequest,
  takePurchaseRequest,
} from '#api/shop/requests/purchase-requests'
import { requestWords } from '#api/shop/words'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { StatePill } from '../../../app/look/state-pill.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { formatDay, formatInstant } from '../../../platform/format.ts'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { valueTexts } from '../baskets/value-texts.ts'
import { ModificationTable } from '../lines/modification-table.tsx'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { amountsText, commitmentLabel, contractChangeLabel, offersText, requestStateLabel } from '../shop-labels.ts'

const ReasonWindow = lazyPart(() => import('../../../ui/acts/reason-window.tsx'), 'ReasonWindow')

const route = getRouteApi(pages.request)

export const reads = ({ universe, params }: Place<{ readonly request: string }>) => [
  read(readPurchaseRequest, { params: { universe, request: params.request } }),
]

const Line = ({ line }: { readonly line: BasketLine }) => {
  const count = Math.max(1, line.contracts)
  return (
    <SectionCard title={words(line.offer.name)} description={contractChangeLabel(line)}>
      <DescriptionList
        items={[
          { label: words(requestWords.sites), value: line.sites.map(({ name }) => name).join(', ') },
          ...valueTexts(line).map(({ label, text }) => ({ label, value: text })),
          line.commitmentMonths > 0 && { label: m.shop_commitment(), value: commitmentLabel(line.commitmentMonths) },
          line.commitmentMonths > 0 &&
            line.contract === null &&
            line.offer.definition.tacitRenewal === true && { label: m.shop_renewal(), value: m.shop_renewal_short() },
          line.wishedOn !== null && { label: m.shop_wished_on(), value: formatDay(line.wishedOn) },
          line.onsiteContact !== null && { label: m.shop_onsite_contact(), value: line.onsiteContact.name },
          {
            label: m.shop_price(),
            value: line.price
              ? amountsText(
                  { monthlyCents: line.price.monthlyCents * count, oneOffCents: line.price.oneOffCents * count },
                  line.modification !== null,
                )
              : m.shop_on_request(),
          },
        ]}
      />
      {line.modification ? <ModificationTable modification={line.modification} definition={line.offer.definition} named={line} /> : null}
    </SectionCard>
  )
}

/** Take into the basket, or decline. */
const Answer = ({ request }: { readonly request: PurchaseRequest }) => {
  const { universe } = route.useParams()
  const navigate = useNavigate()
  const [isDeclining, declining] = useDisclosure(false)
  const [isTaking, setTaking] = useState(false)
  const [takingKey] = useState(newIdempotencyKey)
  const [refusalKey] = useState(newIdempotencyKey)
  const params = { universe, request: request.id }
  const take = async () => {
    setTaking(true)
    try {
      await call(takePurchaseRequest, { params, body: { version: request.version }, idempotencyKey: takingKey })
      notifySuccess(m.shop_request_taken_done())
      await navigate({ to: pages.basket, params: { universe }, search: { client: request.company.reference } })
    } catch (error) {
      notifyProblem(error)
    } finally {
      setTaking(false)
    }
  }
  const decline = async (answer: string) => {
    await call(declinePurchaseRequest, { params, body: { version: request.version, answer }, idempotencyKey: refusalKey })
    notifySuccess(m.shop_request_declined_done())
  }
  return (
    <>
      {request.abilities.decline ? (
        <Button variant="default" onClick={declining.open}>
          {m.shop_decline()}
        </Button>
      ) : null}
      {request.abilities.take ? (
        <Button onClick={() => void take()} loading={isTaking}>
          {m.shop_take()}
        </Button>
      ) : null}
      {isDeclining ? (
        <ReasonWindow
          title={m.shop_decline()}
          message={m.shop_decline_text({ name: request.company.name })}
          label={m.shop_answer()}
          isRequired
          maximum={2000}
          confirmLabel={m.shop_decline()}
          onSend={decline}
          onClose={declining.close}
        />
      ) : null}
    </>
  )
}

/** One request with its lines, its message and its answer. */
export const RequestPage = () => {
  const { universe, request: id } = route.useParams()
  const { data: request, error } = useQuery(read(readPurchaseRequest, { params: { universe, request: id } }))
  if (error && !request) return <PageProblem error={error} />
  const isOperator = universe === 'operator'
  return (
    <Page
      title={request ? m.shop_request_of({ day: formatInstant(request.requestedAt) }) : m.shop_request()}
      badge={request ? <StatePill of="request" state={request.state} label={requestStateLabel(request.state)} /> : null}
      subtitle={
        request
          ? [isOperator && `${request.company.name} · ${request.company.reference}`, offersText(request)].filter(Boolean).join(' · ')
          : null
      }
      breadcrumb={[
        { label: shell.entry_shop(), to: pages.shop },
        { label: isOperator ? shell.entry_purchase_requests() : words(requestWords.title), to: pages.requests },
      ]}
      actions={request ? <Answer request={request} /> : null}
    >
      {request ? (
        <div className={classes.column}>
          {request.state === 'taken' && isOperator ? (
            <Alert color="teal">
              {m.shop_request_taken_hint()}{' '}
              <ButtonLink
                size="compact-sm"
                variant="light"
                to={pages.basket}
                params={{ universe }}
                search={{ client: request.company.reference }}
              >
                {shell.entry_basket()}
              </ButtonLink>
            </Alert>
          ) : null}
          {request.state === 'open' && !isOperator ? <Alert color="gray">{m.shop_request_open_hint()}</Alert> : null}
          <SectionCard title={words(requestWords.message)}>
            <p className={order.message}>{request.message === '' ? m.shop_no_message() : request.message}</p>
            <p className={classes.small}>{m.shop_by({ name: request.requestedBy })}</p>
          </SectionCard>
          {request.answer !== null ? (
            <SectionCard title={m.shop_answer()}>
              <p className={order.message}>{request.answer}</p>
              <p className={classes.small}>{formatInstant(request.answeredAt)}</p>
            </SectionCard>
          ) : null}
          {request.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </div>
      ) : (
        <Skeleton height={480} />
      )}
    </Page>
  )
}
