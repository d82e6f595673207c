import { Alert, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { pages } from '#api/pages'
import { addBasketLine, type Basket, readBasket } from '#api/shop/baskets/baskets'
import type { Modifiable } from '#api/shop/baskets/modifications'
import { readModifiable } from '#api/shop/baskets/modifications'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { call, newIdempotencyKey } from '../../../../platform/call.ts'
import { read } from '../../../../platform/reading/read.ts'
import { useSession } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { CustomerBar } from '../../../shop/choices/customer/customer-bar.tsx'
import { LineForm } from '../../../shop/lines/line-form.tsx'
import type { LineDraft } from '../../../shop/lines/merge-drafts.ts'
import { placeIn, type ShopPlace, useShopPlace } from '../../../shop/shop-place.ts'
import { contractOwnerQuery } from '../contract.queries.ts'

const route = getRouteApi(pages.modification)

interface FormProps {
  readonly place: ShopPlace
  readonly company: string
  readonly modifiable: Modifiable
  readonly basket: Basket
}

const Form = ({ place, company, modifiable, basket }: FormProps) => {
  const { universe, search } = place
  const { offer, contract, definition, values, files } = modifiable
  const navigate = useNavigate()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [start] = useState<LineDraft>(() => ({ siteIds: [], values, commitmentMonths: 0, wishedOn: null, onsiteContactId: null }))
  const save = async (draft: LineDraft): Promise<undefined> => {
    try {
      await call(addBasketLine, {
        params: { universe, company },
        body: { offer: offer.code, contract: contract.reference, ...draft },
        idempotencyKey,
      })
    } catch (error) {
      setKey(newIdempotencyKey())
      throw error
    }
    notifySuccess(m.shop_added({ name: words(offer.name) }))
    await navigate({ to: pages.basket, params: { universe }, search })
  }
  return (
    <LineForm
      place={place}
      company={company}
      offer={{ code: offer.code, definition, prices: null }}
      contract={contract.reference}
      isModification
      mode={basket.mode}
      today={basket.today}
      start={start}
      others={basket.lines}
      known={{ files, sites: [], contact: null }}
      saveLabel={m.shop_add_to_basket()}
      onSave={save}
    />
  )
}

/** « Modifier l'offre »: the form of a running contract, filled in with what runs. */
export const ModificationPage = () => {
  const { subscription: reference } = route.useParams()
  const given = useShopPlace()
  const session = useSession()
  const owner = useQuery({ ...contractOwnerQuery(given.universe, reference), enabled: given.company === null })
  const place = given.company === null && owner.data ? placeIn(given.universe, session, owner.data) : given
  const { universe, company } = place
  const { data: modifiable, error } = useQuery({
    ...read(readModifiable, { params: { universe, company: company ?? '', subscription: reference } }),
    enabled: company !== null,
  })
  const { data: basket } = useQuery({ ...read(readBasket, { params: { universe, company: company ?? '' } }), enabled: company !== null })
  const failure = error ?? owner.error
  if (failure && !modifiable) return <PageProblem error={failure} />
  const runningOrder = modifiable?.contract.runningOrder ?? null
  const isOpen = modifiable?.contract.isRunning === true && runningOrder === null
  return (
    <Page
      title={m.shop_modify_title()}
      subtitle={modifiable ? `${modifiable.contract.name} [${reference}]` : reference}
      breadcrumb={[
        { label: shell.entry_contracted_offers(), to: pages.subscriptions },
        {
          label: modifiable ? `${modifiable.contract.name} [${reference}]` : reference,
          to: pages.subscription,
          params: { subscription: reference },
        },
      ]}
    >
      <CustomerBar place={place} isFixed />
      {runningOrder !== null ? (
        <Alert color="yellow" role="alert" title={m.shop_operation_running()}>
          {m.shop_modify_running()}{' '}
          <AnchorLink to={pages.order} params={{ universe, order: runningOrder }}>
            {runningOrder}
          </AnchorLink>
        </Alert>
      ) : null}
      {modifiable && !modifiable.contract.isRunning ? <Alert color="yellow" role="alert" title={m.shop_modify_not_running()} /> : null}
      {isOpen && basket && company !== null && basket.block === null ? (
        <Form key={reference} place={place} company={company} modifiable={modifiable} basket={basket} />
      ) : null}
      {modifiable && basket ? null : <Skeleton height={520} />}
    </Page>
  )
}
