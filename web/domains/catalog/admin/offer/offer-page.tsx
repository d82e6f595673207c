import { Button, Skeleton, Text } from '@mantine/core'
import { IconArrowBackUp, IconArrowDown, IconPencil, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { type AdminOfferPage, changeOfferState, listAdminOffers, readAdminOffer } from '#api/catalog/admin/offer-versions'
import { offerWords } from '#api/catalog/words'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import * as common from '#messages/common'
import * as shell from '#messages/shell'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { call } from '../../../../platform/call.ts'
import { formatNumber } from '../../../../platform/format.ts'
import { isProblem } from '../../../../platform/problem.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import columns from '../../../../ui/columns.module.css'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../../../ui/description-list.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { AnchorLink, ButtonLink } from '../../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { Page } from '../../../../ui/page.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../catalog.module.css'
import { everyOfferQuery } from '../../catalog.queries.ts'
import { amountsText, kindLabel, offerStateLabel, universeLabel } from '../../catalog-labels.ts'
import { VersionsTimeline } from './versions-timeline.tsx'

const DraftDrawer = lazyPart(() => import('./draft-drawer.tsx'), 'DraftDrawer')
const OfferDrawer = lazyPart(() => import('./offer-drawer.tsx'), 'OfferDrawer')

const route = getRouteApi(pages.offer)

export const reads = ({ params }: Place<{ readonly offer: string }>) => [
  read(readAdminOffer, { params: { universe: 'carrier', offer: params.offer } }),
]
const OfferLinks = ({ offers }: { readonly offers: readonly { readonly code: string; readonly name: { fr: string; en: string } }[] }) => (
  <ul className={classes.plain}>
    {offers.map(({ code, name }) => (
      <li key={code}>
        <AnchorLink to={pages.offer} params={{ universe: 'carrier', offer: code }}>
          {words(name)}
        </AnchorLink>{' '}
        <Text span c="dimmed" fz="sm">
          {code}
        </Text>
      </li>
    ))}
  </ul>
)

/** The other offers that this one adds to, or that add to it. */
const Additions = ({ offer }: { readonly offer: AdminOfferPage }) => {
  const { data: offers = [] } = useQuery(everyOfferQuery())
  const isAddition = offer.kind === 'addition'
  const related = offers.filter(({ code, addsTo }) => (isAddition ? offer.addsTo.includes(code) : addsTo.includes(offer.code)))
  return (
    <SectionCard
      title={isAddition ? m.catalog_adds_to() : m.catalog_additions()}
      description={isAddition ? undefined : m.catalog_additions_hint()}
    >
      {related.length > 0 ? <OfferLinks offers={related} /> : <Text c="dimmed">{common.common_none()}</Text>}
    </SectionCard>
  )
}

const Sheet = ({ offer }: { readonly offer: AdminOfferPage }) => {
  const { data: list } = useQuery(read(listAdminOffers, { params: { universe: 'carrier' } }))
  const [opened, open] = useState<'edit' | 'draft' | null>(null)
  const [isBusy, setBusy] = useState(false)
  const families = list?.families ?? []
  const family = families.find(({ code }) => code === offer.family)
  const { abilities } = offer
  const draft = abilities.edit ? offer.versions.find(({ stage }) => stage === 'draft') : undefined

  const move = async (state: 'on_sale' | 'withdrawn') => {
    const isLeaving = state === 'withdrawn'
    const agreed = await confirm({
      title: isLeaving ? m.catalog_withdraw_title({ name: words(offer.name) }) : m.catalog_put_on_sale_title({ name: words(offer.name) }),
      message: isLeaving ? m.catalog_withdraw_text() : m.catalog_put_on_sale_text(),
      confirmLabel: isLeaving ? m.catalog_withdraw() : m.catalog_put_on_sale(),
      danger: isLeaving,
    })
    if (!agreed) return
    setBusy(true)
    try {
      await call(changeOfferState, { params: { universe: 'carrier', offer: offer.code }, body: { state, version: offer.version } })
      notifySuccess(isLeaving ? m.catalog_withdrawn() : m.catalog_on_sale_again())
    } catch (error) {
      notifyProblem(error)
      if (!isProblem(error)) throw error
    } finally {
      setBusy(false)
    }
  }
  return (
    <Page
      title={words(offer.name)}
      badge={<StatePill of="offer" state={offer.state} label={offerStateLabel(offer.state)} />}
      subtitle={`${offer.code} · ${kindLabel(offer.kind)}`}
      breadcrumb={[{ label: shell.module_catalog() }, { label: words(offerWords.title), to: pages.offers }]}
      actions={
        <>
          {abilities.withdraw ? (
            <Button
              variant="default"
              loading={isBusy}
              leftSection={<IconArrowDown size={16} stroke={1.6} aria-hidden />}
              onClick={() => void move('withdrawn')}
            >
              {m.catalog_withdraw()}
            </Button>
          ) : null}
          {abilities.putOnSale ? (
            <Button
              variant="default"
              loading={isBusy}
              leftSection={<IconArrowBackUp size={16} stroke={1.6} aria-hidden />}
              onClick={() => void move('on_sale')}
            >
              {m.catalog_put_on_sale()}
            </Button>
          ) : null}
          {draft ? (
            <ButtonLink
              to={pages.offerVersion}
              params={{ universe: 'carrier', offer: offer.code, number: String(draft.number) }}
              leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
            >
              {labelTexts.catalog_continue_draft()}
            </ButtonLink>
          ) : null}
          {abilities.addVersion ? (
            <Button
              variant={draft ? 'default' : 'filled'}
              leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />}
              onClick={() => open('draft')}
            >
              {m.catalog_draft()}
            </Button>
          ) : null}
        </>
      }
    >
      <div className={`${columns.sheet} ${classes.wideAside}`}>
        <SectionCard title={m.catalog_versions()} description={m.catalog_versions_hint()}>
          <VersionsTimeline offer={offer} />
        </SectionCard>
        <div className={columns.column}>
          <SectionCard
            title={m.catalog_about()}
            actions={
              abilities.edit ? (
                <Button
                  size="xs"
                  variant="default"
                  leftSection={<IconPencil size={15} stroke={1.6} aria-hidden />}
                  onClick={() => open('edit')}
                >
                  {common.action_edit()}
                </Button>
              ) : null
            }
          >
            <DescriptionList
              items={[
                { label: m.catalog_name_fr(), value: offer.name.fr },
                { label: m.catalog_name_en(), value: offer.name.en },
                { label: words(offerWords.family), value: family ? words(family.name) : offer.family },
                { label: m.catalog_universes(), value: offer.universes.map(universeLabel).join(', ') || common.common_none() },
                { label: labelTexts.catalog_list_public(), value: amountsText(offer.prices.public) },
                { label: labelTexts.catalog_list_wholesale(), value: amountsText(offer.prices.wholesale) },
                { label: words(offerWords.runningOrders), value: formatNumber(offer.runningOrders) },
                { label: words(offerWords.runningContracts), value: formatNumber(offer.runningContracts) },
              ]}
            />
          </SectionCard>
          <Additions offer={offer} />
        </div>
      </div>
      {opened === 'edit' ? <OfferDrawer offer={offer} families={families} onClose={() => open(null)} /> : null}
      {opened === 'draft' ? <DraftDrawer offer={offer} onClose={() => open(null)} /> : null}
    </Page>
  )
}

/** An offer of the carrier: where it stands, and its versions in time. */
export const OfferPage = () => {
  const { offer: code } = route.useParams()
  const { data: offer, error } = useQuery(read(readAdminOffer, { params: { universe: 'carrier', offer: code } }))
  if (error && !offer) return <PageProblem error={error} />
  if (!offer)
    return (
      <Page title={code} breadcrumb={[{ label: shell.module_catalog() }, { label: words(offerWords.title), to: pages.offers }]}>
        <Skeleton height={480} />
      </Page>
    )
  return <Sheet key={code} offer={offer} />
}
