import { Alert, Button, Skeleton } from '@mantine/core'
import { IconCalendarOff, IconCopy, IconLock, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type AdminOfferPage,
  deleteOfferVersion,
  type OfferVersion,
  readAdminOffer,
  readOfferVersion,
} from '#api/catalog/admin/offer-versions'
import { offerWords } from '#api/catalog/words'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import * as shell from '#messages/shell'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { NotFoundPage } from '../../../../app/states/not-found-page.tsx'
import { PageProblem } from '../../../../app/states/page-problem.tsx'
import { call } from '../../../../platform/call.ts'
import { formatInstant } from '../../../../platform/format.ts'
import type { Place } from '../../../../platform/reading/place.ts'
import { read } from '../../../../platform/reading/read.ts'
import { words } from '../../../../platform/words.ts'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { lazyPart } from '../../../../ui/lazy-part.tsx'
import { notifyProblem, notifySuccess } from '../../../../ui/notify.tsx'
import { type Crumb, Page } from '../../../../ui/page.tsx'
import { stageLabel } from '../../catalog-labels.ts'
import { periodText } from '../offer/versions-timeline.tsx'
import { VersionEditor } from './version-editor.tsx'

const DraftDrawer = lazyPart(() => import('../offer/draft-drawer.tsx'), 'DraftDrawer')
const EndDrawer = lazyPart(() => import('./end-drawer.tsx'), 'EndDrawer')

const route = getRouteApi(pages.offerVersion)

const isNumber = (text: string): boolean => /^[1-9]\d{0,5}$/.test(text)

export const reads = ({ params: { offer, number } }: Place<{ readonly offer: string; readonly number: string }>) =>
  isNumber(number)
    ? [
        read(readOfferVersion, { params: { universe: 'carrier', offer, number: Number(number) } }),
        read(readAdminOffer, { params: { universe: 'carrier', offer } }),
      ]
    : []
const crumbs = (offer: string, name: string): Crumb[] => [
  { label: shell.module_catalog() },
  { label: words(offerWords.title), to: pages.offers },
  { label: name, to: pages.offer, params: { offer } },
]

const Version = ({ offer, version }: { readonly offer: AdminOfferPage; readonly version: OfferVersion }) => {
  const navigate = useNavigate()
  const [opened, open] = useState<'draft' | 'end' | null>(null)
  const [wasDeleted, setDeleted] = useState(false)
  const { abilities, number } = version
  const remove = async () => {
    const agreed = await confirm({
      title: m.catalog_delete_draft_title({ number }),
      message: m.catalog_delete_draft_text(),
      confirmLabel: m.catalog_delete_draft(),
      danger: true,
    })
    if (!agreed) return
    try {
      await call(deleteOfferVersion, {
        params: { universe: 'carrier', offer: offer.code, number },
        leave: () => {
          setDeleted(true)
          return navigate({ to: pages.offer, params: { universe: 'carrier', offer: offer.code }, ignoreBlocker: true })
        },
      })
      notifySuccess(m.catalog_draft_deleted())
    } catch (error) {
      notifyProblem(error)
    }
  }
  return (
    <Page
      title={m.catalog_version_of({ name: words(offer.name), number })}
      badge={<StatePill of="version" state={version.stage} label={stageLabel(version.stage)} />}
      subtitle={`${offer.code} · ${periodText(version)}`}
      breadcrumb={crumbs(offer.code, words(offer.name))}
      actions={
        <>
          {abilities.delete ? (
            <Button variant="default" leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />} onClick={() => void remove()}>
              {m.catalog_delete_draft()}
            </Button>
          ) : null}
          {abilities.end ? (
            <Button variant="default" leftSection={<IconCalendarOff size={16} stroke={1.6} aria-hidden />} onClick={() => open('end')}>
              {m.catalog_end()}
            </Button>
          ) : null}
          {offer.abilities.addVersion ? (
            <Button
              variant={abilities.edit ? 'default' : 'filled'}
              leftSection={<IconCopy size={16} stroke={1.6} aria-hidden />}
              onClick={() => open('draft')}
            >
              {m.catalog_draft_from_this()}
            </Button>
          ) : null}
        </>
      }
    >
      {version.firstOrderedAt ? (
        <Alert color="blue" variant="light" mb="md" icon={<IconLock size={18} aria-hidden />}>
          {m.catalog_ordered_locked({ at: formatInstant(version.firstOrderedAt) })}
        </Alert>
      ) : null}
      {wasDeleted ? null : <VersionEditor offer={offer} version={version} />}
      {opened === 'draft' ? <DraftDrawer offer={offer} from={number} onClose={() => open(null)} /> : null}
      {opened === 'end' ? <EndDrawer version={version} onClose={() => open(null)} /> : null}
    </Page>
  )
}

/** A version of an offer, to be read or written. */
export const VersionPage = () => {
  const { offer: code, number: text } = route.useParams()
  const number = Number(text)
  const { data: version, error } = useQuery({
    ...read(readOfferVersion, { params: { universe: 'carrier', offer: code, number } }),
    enabled: isNumber(text),
  })
  const { data: offer, error: offerError } = useQuery(read(readAdminOffer, { params: { universe: 'carrier', offer: code } }))
  if (!isNumber(text)) return <NotFoundPage inShell />
  if (error && !version) return <PageProblem error={error} />
  if (offerError && !offer) return <PageProblem error={offerError} />
  if (!version || !offer)
    return (
      <Page title={m.catalog_version({ number })} breadcrumb={crumbs(code, code)}>
        <Skeleton height={520} />
      </Page>
    )
  return <Version key={`${code} ${number}`} offer={offer} version={version} />
}
