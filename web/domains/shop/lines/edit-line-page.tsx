import { Alert, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { readOffer } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import { type Basket, readBasket, updateBasketLine } from '#api/shop/baskets/baskets'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { NotFoundPage } from '../../../app/states/not-found-page.tsx'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { call } from '../../../platform/call.ts'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { notifySuccess } from '../../../ui/notify.tsx'
import { Page } from '../../../ui/page.tsx'
import { CustomerBar } from '../choices/customer/customer-bar.tsx'
import { basketReads } from '../shop.queries.ts'
import { contractChangeLabel } from '../shop-labels.ts'
import { type ShopPlace, useShopPlace } from '../shop-place.ts'
import { draftOf } from './line-draft.ts'
import { LineForm } from './line-form.tsx'
import { type LineDraft, mergeDrafts } from './merge-drafts.ts'

const route = getRouteApi(pages.basketLine)

export const reads = basketReads

interface EditFormProps {
  readonly place: ShopPlace
  readonly company: string
  readonly basket: Basket
  readonly line: BasketLine
}

const EditForm = ({ place, company, basket, line }: EditFormProps) => {
  const { universe, search } = place
  const navigate = useNavigate()
  const { data: offer } = useQuery(
    read(readOffer, { params: { universe, offer: line.offer.code }, query: { company: company ?? undefined } }),
  )
  const [base, setBase] = useState(line)
  const [isMerged, setMerged] = useState(false)
  const save = async (draft: LineDraft): Promise<LineDraft | undefined> => {
    try {
      await call(updateBasketLine, { params: { universe, company, line: line.id }, body: { ...draft, version: base.version } })
    } catch (error) {
      const theirs = isProblem(error, 'version_conflict')
        ? (error.current as Basket | undefined)?.lines?.find(({ id }) => id === line.id)
        : undefined
      if (!theirs) throw error
      setBase(theirs)
      setMerged(true)
      return mergeDrafts(draftOf(base), draft, draftOf(theirs))
    }
    notifySuccess()
    await navigate({ to: pages.basket, params: { universe }, search })
    return undefined
  }
  return (
    <>
      {isMerged ? (
        <Alert role="alert" color="yellow">
          {m.shop_line_merged()}
        </Alert>
      ) : null}
      <LineForm
        place={place}
        company={company}
        offer={{ code: line.offer.code, definition: line.offer.definition, prices: line.modification ? null : (offer?.prices ?? null) }}
        contract={line.contract?.reference ?? null}
        isModification={line.modification !== null}
        mode={basket.mode}
        today={basket.today}
        start={draftOf(line)}
        others={basket.lines.filter(({ id }) => id !== line.id)}
        known={{ files: line.files, sites: line.sites, contact: line.onsiteContact }}
        saveLabel={m.shop_save_line()}
        onSave={save}
      />
    </>
  )
}

/** A line of the basket, opened again. */
export const EditLinePage = () => {
  const { line: id } = route.useParams()
  const place = useShopPlace()
  const { universe, company } = place
  const { data: basket, error } = useQuery({
    ...read(readBasket, { params: { universe, company: company ?? '' } }),
    enabled: company !== null,
  })
  const [opened, setOpened] = useState<BasketLine | null>(null)
  if (error && !basket) return <PageProblem error={error} />
  const found = basket?.lines.find((one) => one.id === id)
  // What is typed is not taken away when the basket is read again.
  if (found && opened?.id !== id) setOpened(found)
  const line = opened?.id === id ? opened : found
  if (basket && !line) return <NotFoundPage inShell />
  return (
    <Page
      title={line ? words(line.offer.name) : shell.entry_basket()}
      breadcrumb={[
        { label: shell.entry_shop(), to: pages.shop, search: place.search },
        { label: shell.entry_basket(), to: pages.basket, search: place.search },
      ]}
      subtitle={line ? contractChangeLabel(line) : null}
    >
      <CustomerBar place={place} isFixed />
      {basket && line && company !== null ? (
        <EditForm place={place} company={company} basket={basket} line={line} />
      ) : (
        <Skeleton height={640} />
      )}
    </Page>
  )
}
