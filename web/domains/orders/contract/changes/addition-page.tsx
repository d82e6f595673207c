import { Alert, Skeleton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { readOffer } from '#api/catalog/offers/offers'
import type { ResponseOf } from '#api/endpoint'
import { pages } from '#api/pages'
import { listAdditions, readBasket } from '#api/shop/baskets/baskets'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { read } from '../../../../platform/reading/read.ts'
import { useSession } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { AnchorLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { FamilyGlyph } from '../../../catalog/families/family-glyph.tsx'
import { CustomerBar } from '../../../shop/choices/customer/customer-bar.tsx'
import { NewLineForm } from '../../../shop/lines/order-offer-page.tsx'
import order from '../../../shop/order.module.css'
import classes from '../../../shop/shop.module.css'
import { monthlyLabel } from '../../../shop/shop-labels.ts'
import { placeIn, type ShopPlace, useShopPlace } from '../../../shop/shop-place.ts'
import { contractOwnerQuery } from '../contract.queries.ts'

const route = getRouteApi(pages.addition)
type Additions = ResponseOf<typeof listAdditions>

const Choice = ({ additions, place }: { readonly additions: Additions; readonly place: ShopPlace }) => {
  const { items, contract } = additions
  if (items.length === 0) return <EmptyState title={m.shop_no_addition()} description={m.shop_no_addition_hint()} />
  return (
    <ul className={classes.offers}>
      {items.map(({ code, name, summary, family, freeIncomingPerUnit, leadTimeDays }) => {
        return (
          <li key={code} className={classes.offer}>
            <div className={classes.offerHead}>
              <span className={classes.familyIcon} aria-hidden>
                <FamilyGlyph family={family} size={20} />
              </span>
              <h2>
                <Link
                  to={pages.addition}
                  params={{ universe: place.universe, subscription: contract.reference }}
                  search={{ ...place.search, offre: code }}
                  className={classes.cover}
                >
                  {words(name)}
                </Link>
              </h2>
            </div>
            <p className={classes.summary}>{words(summary)}</p>
            {(freeIncomingPerUnit ?? 0) > 0 ? (
              <p className={order.offered}>{m.shop_free_incoming({ count: freeIncomingPerUnit ?? 0 })}</p>
            ) : null}
            <p className={classes.small}>
              {m.shop_delivered_in({ count: leadTimeDays })} <IconArrowRight size={14} stroke={1.6} aria-hidden className={classes.glyph} />
            </p>
          </li>
        )
      })}
    </ul>
  )
}

const Contract = ({ contract }: { readonly contract: Additions['contract'] }) => (
  <SectionCard title={m.shop_contract()}>
    <DescriptionList
      items={[
        { label: m.shop_contract_name(), value: `${contract.name} [${contract.reference}]` },
        { label: m.shop_site(), value: contract.site.name },
        { label: m.shop_quantity(), value: contract.quantity },
        contract.monthlyCents !== null && { label: m.shop_monthly(), value: monthlyLabel(contract.monthlyCents) },
      ]}
    />
  </SectionCard>
)

const Form = ({
  place,
  company,
  offer: code,
  contract,
}: {
  readonly place: ShopPlace
  readonly company: string
  readonly offer: string
  readonly contract: string
}) => {
  const { universe } = place
  const { data: offer, error } = useQuery(read(readOffer, { params: { universe, offer: code }, query: { company: company ?? undefined } }))
  const { data: basket } = useQuery(read(readBasket, { params: { universe, company } }))
  if (error && !offer) return <PageProblem error={error} />
  if (!offer || !basket) return <Skeleton height={520} />
  return basket.block === null ? (
    <NewLineForm key={code} place={place} company={company} offer={offer} basket={basket} contract={contract} />
  ) : null
}

/** An addition to a running contract: which one, then its form with what changes beside. */
export const AdditionPage = () => {
  const { subscription: reference } = route.useParams()
  const { offre } = route.useSearch()
  const given = useShopPlace()
  const session = useSession()
  const owner = useQuery({ ...contractOwnerQuery(given.universe, reference), enabled: given.company === null })
  const place = given.company === null && owner.data ? placeIn(given.universe, session, owner.data) : given
  const { universe, company } = place
  const { data: additions, error } = useQuery({
    ...read(listAdditions, { params: { universe, company: company ?? '', subscription: reference } }),
    enabled: company !== null,
  })
  const failure = error ?? owner.error
  if (failure && !additions) return <PageProblem error={failure} />
  const chosen = additions?.items.find(({ code }) => code === offre)
  const { runningOrder } = additions?.contract ?? { runningOrder: null }
  const contractName = additions ? `${additions.contract.name} [${reference}]` : reference
  return (
    <Page
      title={chosen ? words(chosen.name) : m.shop_addition_title()}
      subtitle={contractName}
      breadcrumb={[
        { label: shell.entry_contracted_offers(), to: pages.subscriptions },
        { label: contractName, to: pages.subscription, params: { subscription: reference } },
        ...(chosen
          ? [
              {
                label: m.shop_addition_title(),
                to: pages.addition,
                params: { subscription: reference },
                search: place.search,
              },
            ]
          : []),
      ]}
    >
      <CustomerBar place={place} isFixed />
      {additions ? <Contract contract={additions.contract} /> : <Skeleton height={420} />}
      {runningOrder !== null ? (
        <Alert color="yellow" role="alert" title={m.shop_operation_running()}>
          {m.shop_operation_running_text()}{' '}
          <AnchorLink to={pages.order} params={{ universe, order: runningOrder }}>
            {runningOrder}
          </AnchorLink>
        </Alert>
      ) : null}
      {additions && runningOrder === null ? (
        chosen && company !== null ? (
          <Form place={place} company={company} offer={chosen.code} contract={reference} />
        ) : (
          <Choice additions={additions} place={place} />
        )
      ) : null}
    </Page>
  )
}
