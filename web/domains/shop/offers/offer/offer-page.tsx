import { Anchor, Skeleton } from '@mantine/core'
import { IconFileTypePdf, IconShoppingCartPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { downloadOfferSheet, listOffers, type OfferPage as Offer, readOffer } from '#api/catalog/offers/offers'
import { pages } from '#api/pages'
import { readBasket } from '#api/shop/baskets/baskets'
import type { OwnedOffer } from '#api/shop/baskets/owned-offers'
import { requestWords } from '#api/shop/words'
import * as shell from '#messages/shell'
import * as m from '#messages/shop'
import { KeptMark } from '../../../../app/palette/kept-mark.tsx'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { urlOf } from '../../../../platform/call.ts'
import { formatBytes } from '../../../../platform/format.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { AnchorLink, ButtonLink } from '../../../../ui/links.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { StateBadge } from '../../../../ui/state-badge.tsx'
import { CustomerBar } from '../../choices/customer/customer-bar.tsx'
import { ShopActions } from '../../choices/customer/shop-actions.tsx'
import { useResalePrices } from '../../resale/use-resale-prices.ts'
import classes from '../../shop.module.css'
import { offerReads } from '../../shop.queries.ts'
import { oneOffLabel } from '../../shop-labels.ts'
import { useShopPlace } from '../../shop-place.ts'
import { OfferPriceText, ResaleText } from '../offer-price.tsx'
import { useOwnedOffers } from '../use-owned-offers.ts'
import { AddToContract } from './add-to-contract.tsx'
import { binds, commitmentsText, leadTimeText, noticeText, renewalText } from './offer-texts.ts'
import { terminationFee } from './price-items.ts'
import { PriceTable } from './price-table.tsx'

const route = getRouteApi(pages.soldOffer)

export const reads = offerReads

/** « Commander », or why not: an addition starts from its contract, and a partner chooses the client first. */
const Buy = ({ offer }: { readonly offer: Offer }) => {
  const place = useShopPlace()
  const { universe, company, search } = place
  const { data: basket } = useQuery({ ...read(readBasket, { params: { universe, company: company ?? '' } }), enabled: company !== null })
  const resale = useResalePrices()
  const owned = useOwnedOffers(place)
  const { data: catalogue } = useQuery(read(listOffers, { params: { universe }, query: { company: company ?? undefined } }))
  return (
    <div className={classes.buy}>
      <OfferPriceText price={offer.price} />
      <ResaleText resale={resale(offer.code)} />
      {offer.kind === 'addition' ? (
        <AddToContract offer={offer} bases={catalogue?.items.filter(({ code }) => offer.addsTo.includes(code)) ?? []} owned={owned} />
      ) : (
        <ButtonLink
          to={pages.orderOffer}
          params={{ universe, offer: offer.code }}
          search={search}
          disabled={basket?.block != null}
          data-disabled={basket?.block != null || undefined}
          size="md"
          fullWidth
          leftSection={<IconShoppingCartPlus size={18} stroke={1.6} aria-hidden />}
        >
          {basket?.mode === 'request' ? m.shop_choose() : m.shop_order()}
        </ButtonLink>
      )}
      <Owned owned={owned?.(offer.code)} />
    </div>
  )
}

const shownOwned = 5

/** « Vous l'avez déjà », with the contracts. */
const Owned = ({ owned }: { readonly owned: OwnedOffer | undefined }) => {
  const { universe, forClient } = useShopPlace()
  if (!owned) return null
  return (
    <div className={classes.owned}>
      <p className={classes.strong}>{(forClient ? m.shop_owned_by_client : m.shop_owned)({ count: owned.count })}</p>
      <ul className={classes.plainList}>
        {owned.contracts.slice(0, shownOwned).map(({ reference, site }) => (
          <li key={reference}>
            <AnchorLink to={pages.subscription} params={{ universe, subscription: reference }}>
              {[reference, site].filter(Boolean).join(' · ')}
            </AnchorLink>
          </li>
        ))}
      </ul>
      {owned.count > shownOwned ? <p className={classes.small}>{m.shop_owned_more({ count: owned.count - shownOwned })}</p> : null}
    </div>
  )
}

const Sheets = ({ offer: { sheets } }: { readonly offer: Offer }) => {
  const { universe } = useShopPlace()
  return sheets.length === 0 ? null : (
    <SectionCard title={m.shop_sheets()}>
      <ul className={classes.plainList}>
        {sheets.map(({ id, name, size }) => (
          <li key={id}>
            <Anchor href={urlOf(downloadOfferSheet, { universe, sheet: id })} download>
              <IconFileTypePdf size={18} stroke={1.5} aria-hidden className={classes.glyph} />
              {name}
            </Anchor>{' '}
            {size === null ? null : <span className={classes.small}>{formatBytes(size)}</span>}
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

const Asked = ({ offer: { definition } }: { readonly offer: Offer }) => (
  <SectionCard title={m.shop_characteristics()} description={m.shop_characteristics_hint()}>
    <ul className={classes.asked}>
      {definition.characteristics.map((one) => (
        <li key={one.key}>
          <span className={classes.strong}>{words(one.label)}</span>
          {one.required ? null : <span className={classes.small}> · {m.shop_optional()}</span>}
          {one.type === 'choice' ? <p className={classes.small}>{one.options.map(({ label }) => words(label)).join(' · ')}</p> : null}
          {one.type === 'number' ? <p className={classes.small}>{m.shop_between({ minimum: one.minimum, maximum: one.maximum })}</p> : null}
          {one.help ? <p className={classes.small}>{words(one.help)}</p> : null}
        </li>
      ))}
    </ul>
  </SectionCard>
)

const Additions = ({ offer: { additions } }: { readonly offer: Offer }) => {
  const { universe, search } = useShopPlace()
  return additions.length === 0 ? null : (
    <SectionCard title={m.shop_additions()} description={m.shop_additions_hint()}>
      <ul className={classes.plainList}>
        {additions.map(({ code, name, summary }) => (
          <li key={code}>
            <AnchorLink to={pages.soldOffer} params={{ universe, offer: code }} search={search}>
              {words(name)}
            </AnchorLink>
            <p className={classes.small}>{words(summary)}</p>
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

const Content = ({ offer }: { readonly offer: Offer }) => {
  const { definition, prices, delivery } = offer
  return (
    <div className={`${classes.sheet} ${classes.offerSheet}`}>
      <Buy offer={offer} />
      <div className={classes.column}>
        <SectionCard title={m.shop_presentation()}>
          <p className={classes.lead}>{words(offer.summary)}</p>
          {words(definition.description)
            .split(/\n\s*\n/)
            .map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
        </SectionCard>
        {prices ? (
          <SectionCard title={m.shop_prices()} description={m.shop_prices_hint()}>
            <PriceTable definition={definition} prices={prices} />
          </SectionCard>
        ) : null}
        {definition.characteristics.length > 0 ? <Asked offer={offer} /> : null}
        <Additions offer={offer} />
      </div>
      <div className={classes.column}>
        <SectionCard title={m.shop_conditions()}>
          <DescriptionList
            items={[
              { label: m.shop_lead_time(), value: leadTimeText(delivery), wide: true },
              { label: m.shop_commitments(), value: commitmentsText(definition.commitments, prices), wide: true },
              { label: m.shop_notice(), value: noticeText(definition) },
              binds(definition) && { label: m.shop_renewal(), value: renewalText(definition), wide: true },
              terminationFee(prices) > 0 && { label: m.shop_termination_fee(), value: oneOffLabel(terminationFee(prices)) },
              {
                label: words(requestWords.sites),
                value: offer.sites === 'several' ? m.shop_several_sites() : m.shop_one_site(),
                wide: true,
              },
              (definition.freeIncomingPerUnit ?? 0) > 0 && {
                label: m.shop_incoming(),
                value: m.shop_free_incoming({ count: definition.freeIncomingPerUnit ?? 0 }),
                wide: true,
              },
            ]}
          />
        </SectionCard>
        <SectionCard title={m.shop_steps()}>
          <ol className={classes.steps}>
            {definition.steps.map(({ label, days }) => (
              <li key={words(label)}>
                {words(label)} <span className={classes.small}>{days > 0 ? m.shop_days({ count: days }) : ''}</span>
              </li>
            ))}
          </ol>
        </SectionCard>
        <Sheets offer={offer} />
      </div>
    </div>
  )
}

/** An offer: what it is, costs and asks, and « Commander ». */
export const OfferPage = () => {
  const { offer: code } = route.useParams()
  const place = useShopPlace()
  const { data: offer, error } = useQuery(
    read(readOffer, { params: { universe: place.universe, offer: code }, query: { company: place.company ?? undefined } }),
  )
  if (error && !offer) return <PageProblem error={error} />
  return (
    <Page
      title={offer ? words(offer.name) : code}
      badge={offer?.kind === 'addition' ? <StateBadge tone="info" label={m.shop_addition()} /> : null}
      mark={offer ? <KeptMark kind="offer" reference={offer.code} /> : null}
      breadcrumb={[{ label: shell.entry_shop(), to: pages.shop }]}
      actions={<ShopActions place={place} />}
    >
      <CustomerBar place={place} />
      {offer ? <Content offer={offer} /> : <Skeleton height={640} />}
    </Page>
  )
}
