import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { listOffers, type OfferCard } from '#api/catalog/offers/offers'
import type { ResponseOf } from '#api/endpoint'
import { pages } from '#api/pages'
import * as common from '#messages/common'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../app/states/page-problem.tsx'
import type { Place } from '../../../platform/reading/place.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Page } from '../../../ui/page.tsx'
import { familiesQuery } from '../../catalog/families/families.queries.ts'
import { CustomerBar } from '../choices/customer/customer-bar.tsx'
import { ShopActions } from '../choices/customer/shop-actions.tsx'
import { useResalePrices } from '../resale/use-resale-prices.ts'
import classes from '../shop.module.css'
import { basketReads, companyIn, ownedReads } from '../shop.queries.ts'
import { useShopPlace } from '../shop-place.ts'
import { CompareBar } from './compare-bar.tsx'
import { FamilyTiles } from './family-tiles.tsx'
import { findOffers } from './find-offers.ts'
import { OfferTile } from './offer-tile.tsx'
import { useOwnedOffers } from './use-owned-offers.ts'

const route = getRouteApi(pages.shop)

export const reads = (place: Place<object, { readonly client?: string }>) => [
  read(listOffers, { params: { universe: place.universe }, query: { company: companyIn(place) ?? undefined } }),
  familiesQuery(place.universe),
  ...basketReads(place),
  ...ownedReads(place),
]

type Catalogue = ResponseOf<typeof listOffers>

/** Offers side by side at most, as the API compares. */
const mostCompared = 4

const useCompared = () => {
  const { comparer } = route.useSearch()
  const navigate = useNavigate({ from: pages.shop })
  const chosen = comparer?.split(',') ?? []
  const set = (codes: readonly string[]) =>
    void navigate({
      search: ({ comparer: _, ...search }) => (codes.length === 0 ? search : { ...search, comparer: codes.join(',') }),
      replace: true,
      resetScroll: false,
    })
  const toggle = (code: string) =>
    set(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code].slice(0, mostCompared))
  return { chosen, set, toggle }
}

const Search = () => {
  const { q } = route.useSearch()
  const navigate = useNavigate({ from: pages.shop })
  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label={m.shop_search()}
      placeholder={m.shop_search_hint()}
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      defaultValue={q ?? ''}
      onChange={({ currentTarget: { value } }) =>
        void navigate({
          search: ({ q: _, ...search }) => (value.trim() === '' ? search : { ...search, q: value }),
          replace: true,
          resetScroll: false,
        })
      }
    />
  )
}

const Offers = ({ catalogue }: { readonly catalogue: Catalogue }) => {
  const { q, famille } = route.useSearch()
  const navigate = useNavigate({ from: pages.shop })
  const { chosen, set, toggle } = useCompared()
  const resale = useResalePrices()
  const owned = useOwnedOffers(useShopPlace())
  const found = findOffers(catalogue.items, q, famille)
  const families = catalogue.families.filter(({ code }) => found.some((offer) => offer.family === code))
  const tile = (offer: OfferCard) => (
    <OfferTile
      key={offer.code}
      offer={offer}
      resale={resale(offer.code)}
      owned={owned?.(offer.code)}
      isCompared={chosen.includes(offer.code)}
      canCompare={chosen.length < mostCompared || chosen.includes(offer.code)}
      onCompare={() => toggle(offer.code)}
    />
  )
  const clear = () => void navigate({ search: ({ q: _q, famille: _family, ...search }) => search })
  return (
    <>
      <p className="visually-hidden" role="status">
        {m.shop_offers({ count: found.length })}
      </p>
      {found.length === 0 ? (
        <EmptyState
          title={m.shop_nothing_found()}
          description={m.shop_nothing_found_hint()}
          action={
            <Button variant="default" onClick={clear}>
              {common.list_clear_filters()}
            </Button>
          }
        />
      ) : null}
      {families.map(({ code, name }) => (
        <section key={code} aria-labelledby={`family-${code}`} className={classes.family}>
          <h2 id={`family-${code}`}>{words(name)}</h2>
          <ul className={classes.offers}>{found.filter(({ family }) => family === code).map(tile)}</ul>
        </section>
      ))}
      <CompareBar offers={catalogue.items.filter(({ code }) => chosen.includes(code))} onRemove={toggle} onClear={() => set([])} />
    </>
  )
}

/** « Ma e-boutique »: the families, then every offer with what it costs whoever pays. */
export const ShopPage = () => {
  const place = useShopPlace()
  const { data, error } = useQuery(
    read(listOffers, { params: { universe: place.universe }, query: { company: place.company ?? undefined } }),
  )
  if (error && !data) return <PageProblem error={error} />
  return (
    <Page title={shell.entry_shop()} breadcrumb={[{ label: shell.module_shop() }]} actions={<ShopActions place={place} />}>
      <CustomerBar place={place} />
      {data ? <FamilyTiles families={data.families} /> : <Skeleton height={112} />}
      <Search key={place.company} />
      {data ? <Offers catalogue={data} /> : <Skeleton height={640} />}
    </Page>
  )
}
