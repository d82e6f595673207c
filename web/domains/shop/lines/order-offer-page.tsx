import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { OfferPage } from '#api/catalog/offers/offers'
import { readOffer } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import { addBasketLine, type Basket, readBasket } from '#api/shop/baskets/baskets'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { read } from '../../../platform/reading/read.ts'
import { useSession } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import { notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { CustomerBar } from '../choices/customer/customer-bar.tsx'
import { offerReads } from '../shop.queries.ts'
import { type ShopPlace, useShopPlace } from '../shop-place.ts'
import { initialValues } from './characteristics/initial-values.ts'
import { keptDraft } from './kept-draft.ts'
import { LineForm } from './line-form.tsx'
import type { LineDraft } from './merge-drafts.ts'

const route = getRouteApi(pages.orderOffer)

export const reads = offerReads

interface NewLineFormProps {
  readonly place: ShopPlace
  readonly company: string
  readonly offer: OfferPage
  readonly basket: Basket
  readonly contract: string | null
}

/** The form of an offer that is not in the basket yet. */
export const NewLineForm = ({ place, company, offer, basket, contract }: NewLineFormProps) => {
  const { universe, search } = place
  const navigate = useNavigate()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const { definition } = offer
  const [start] = useState<LineDraft>(() => ({
    siteIds: [],
    values: { ...initialValues(definition) },
    commitmentMonths: definition.commitments[0]?.months ?? 0,
    wishedOn: null,
    onsiteContactId: null,
  }))
  const {
    user: { login },
  } = useSession()
  const kept = keptDraft([login, universe, company, offer.code, contract, offer.validFrom], definition)
  const save = async (draft: LineDraft): Promise<undefined> => {
    try {
      await call(addBasketLine, {
        params: { universe, company },
        body: { offer: offer.code, contract, ...draft },
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
      offer={offer}
      contract={contract}
      mode={basket.mode}
      today={basket.today}
      start={start}
      others={basket.lines}
      known={{ files: [], sites: [], contact: null }}
      saveLabel={m.shop_add_to_basket()}
      kept={kept}
      onSave={save}
    />
  )
}

/** « Commander »: the form of one offer. */
export const OrderOfferPage = () => {
  const { offer: code } = route.useParams()
  const place = useShopPlace()
  const { universe, company } = place
  const { data: offer, error } = useQuery(read(readOffer, { params: { universe, offer: code }, query: { company: company ?? undefined } }))
  const { data: basket } = useQuery({ ...read(readBasket, { params: { universe, company: company ?? '' } }), enabled: company !== null })
  if (error && !offer) return <PageProblem error={error} />
  const isOpen = offer && company !== null && basket && basket.block === null && offer.kind === 'contract'
  return (
    <Page
      title={offer ? m.shop_order_title({ name: words(offer.name) }) : code}
      breadcrumb={[
        { label: shell.entry_shop(), to: pages.shop, search: place.search },
        ...(offer
          ? [
              {
                label: words(offer.name),
                to: pages.soldOffer,
                params: { offer: code },
                search: place.search,
              },
            ]
          : []),
      ]}
    >
      <CustomerBar place={place} />
      {isOpen ? <NewLineForm key={company} place={place} company={company} offer={offer} basket={basket} contract={null} /> : null}
      {company !== null && !basket ? <Skeleton height={640} /> : null}
    </Page>
  )
}
