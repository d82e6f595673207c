import { Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import type { AdminOfferPage, VersionSummary } from '#api/catalog/admin/offer-versions'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { formatDay, formatInstant } from '../../../../platform/format.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import classes from '../../catalog.module.css'
import { stageLabel } from '../../catalog-labels.ts'

export const periodText = ({ validFrom, validUntil }: Pick<VersionSummary, 'validFrom' | 'validUntil'>): string =>
  validUntil
    ? m.catalog_period({ from: formatDay(validFrom), until: formatDay(validUntil) })
    : m.catalog_period_open({ from: formatDay(validFrom) })

/** The versions of an offer, the latest first; an ordered one is locked. */
export const VersionsTimeline = ({ offer }: { readonly offer: AdminOfferPage }) => (
  <ol className={classes.timeline} aria-label={m.catalog_versions()}>
    {offer.versions.map((version) => (
      <li key={version.number} className={classes.moment} data-stage={version.stage}>
        <div className={classes.momentHead}>
          <AnchorLink to={pages.offerVersion} params={{ universe: 'carrier', offer: offer.code, number: String(version.number) }} fw={600}>
            {m.catalog_version({ number: version.number })}
          </AnchorLink>
          <StatePill of="version" state={version.stage} label={stageLabel(version.stage)} />
        </div>
        <Text fz="sm" className="tabular">
          {version.stage === 'draft' ? m.catalog_wished({ day: formatDay(version.validFrom) }) : periodText(version)}
        </Text>
        <Text fz="sm" c="dimmed" className="tabular">
          {m.catalog_made_at({ at: formatInstant(version.createdAt) })}
        </Text>
        {version.firstOrderedAt ? (
          <Text fz="sm" className={classes.locked}>
            <IconLock size={15} stroke={1.6} aria-hidden />
            {m.catalog_ordered_since({ at: formatInstant(version.firstOrderedAt) })}
          </Text>
        ) : null}
      </li>
    ))}
  </ol>
)
