import { Skeleton } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { compareOffers } from '#api/catalog/offers/offers'
import type { ResponseOf } from '#api/endpoint'
import { pages } from '#api/pages'
import { requestWords } from '#api/shop/words'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { AnchorLink, ButtonLink } from '../../../ui/links.tsx'
import { Page } from '../../../ui/page.tsx'
import classes from '../shop.module.css'
import { useShopPlace } from '../shop-place.ts'
import tables from '../tables.module.css'
import { binds, commitmentsText, leadTimeText, noticeText, renewalText } from './offer/offer-texts.ts'
import { OfferPriceText } from './offer-price.tsx'

const route = getRouteApi(pages.comparison)
type Offers = ResponseOf<typeof compareOffers>['items']
type Offer = Offers[number]

const rows: readonly { readonly label: () => string; readonly cell: (offer: Offer) => ReactNode }[] = [
  { label: m.shop_price, cell: ({ price }) => <OfferPriceText price={price} /> },
  { label: m.shop_summary, cell: ({ summary }) => words(summary) },
  { label: m.shop_commitments, cell: ({ commitments, prices }) => commitmentsText(commitments, prices) },
  { label: m.shop_notice, cell: ({ definition }) => noticeText(definition) },
  { label: m.shop_renewal, cell: ({ definition }) => (binds(definition) ? renewalText(definition) : '') },
  { label: m.shop_lead_time, cell: ({ delivery }) => leadTimeText(delivery) },
  { label: () => words(requestWords.sites), cell: ({ sites }) => (sites === 'several' ? m.shop_several_sites() : m.shop_one_site()) },
  {
    label: m.shop_characteristics,
    cell: ({ definition }) => (
      <ul className={classes.plainList}>
        {definition.characteristics.map(({ key, label }) => (
          <li key={key}>{words(label)}</li>
        ))}
      </ul>
    ),
  },
]

const Table = ({ offers }: { readonly offers: Offers }) => {
  const { universe, search } = useShopPlace()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={m.shop_comparison()}>
      <table className={tables.comparison}>
        <thead>
          <tr>
            <td />
            {offers.map(({ code, name }) => (
              <th key={code} scope="col">
                <AnchorLink to={pages.soldOffer} params={{ universe, offer: code }} search={search}>
                  {words(name)}
                </AnchorLink>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cell }) => (
            <tr key={label()}>
              <th scope="row">{label()}</th>
              {offers.map((offer) => (
                <td key={offer.code}>{cell(offer)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <td />
            {offers.map(({ code, name, kind }) => (
              <td key={code}>
                {kind === 'contract' ? (
                  <ButtonLink
                    size="sm"
                    to={pages.orderOffer}
                    params={{ universe, offer: code }}
                    search={search}
                    aria-label={m.shop_order_offer({ name: words(name) })}
                  >
                    {m.shop_order()}
                  </ButtonLink>
                ) : null}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  )
}

/** Two to four offers side by side. */
export const ComparisonPage = () => {
  const { offres = '' } = route.useSearch()
  const { universe, company, search } = useShopPlace()
  const enough = offres.includes(',')
  const { data, error } = useQuery({
    ...read(compareOffers, { params: { universe }, query: { offers: offres, company: company ?? undefined } }),
    placeholderData: keepPreviousData,
    enabled: enough,
  })
  if (error && !data) return <PageProblem error={error} />
  const back = (
    <ButtonLink variant="default" to={pages.shop} params={{ universe }} search={{ ...search, ...(offres ? { comparer: offres } : {}) }}>
      {m.shop_change_choice()}
    </ButtonLink>
  )
  return (
    <Page title={m.shop_comparison()} breadcrumb={[{ label: shell.entry_shop(), to: pages.shop }]} actions={back}>
      {enough ? data ? <Table offers={data.items} /> : <Skeleton height={480} /> : <EmptyState title={m.shop_compare_more()} />}
    </Page>
  )
}
