import { Alert, Text } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import type { TerminationPreview } from '#api/orders/termination/terminations'
import { pages } from '#api/pages'
import * as m from '#messages/terminations'
import { formatLongDay, formatMoney } from '../../../platform/format.ts'
import { useUniverse } from '../../../platform/session.ts'
import { today } from '../../../ui/date-field/today.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import type { EntryOrigin } from './entry-fields.tsx'
import { noticeText } from './notice-text.ts'
import classes from './termination.module.css'

interface FactsProps {
  readonly preview: TerminationPreview
  /** A newer answer is awaited, or the day typed is refused: these are the last figures known. */
  readonly isStale?: boolean
  readonly origin?: EntryOrigin | undefined
}

/** What the computation says of the wished day. */
export const TerminationFacts = ({ preview, isStale, origin }: FactsProps) => (
  <div className={classes.facts} data-stale={isStale || undefined} aria-busy={isStale} role="status">
    <dl className={classes.lines}>
      <div>
        <dt>{m.terminations_notice()}</dt>
        <dd>{noticeText(preview.notice)}</dd>
      </div>
      <div data-main>
        <dt>{m.terminations_effective_on()}</dt>
        <dd>{formatLongDay(preview.effectiveOn)}</dd>
      </div>
      <div>
        <dt>{m.terminations_billed_until()}</dt>
        <dd>{formatLongDay(preview.billedUntil)}</dd>
      </div>
      <div>
        <dt>{m.terminations_total()}</dt>
        <dd>{m.terminations_without_vat({ amount: formatMoney(preview.costs.totalCents) })}</dd>
      </div>
    </dl>
    {preview.requestedOn < today() && preview.notice.count > 0 ? (
      <Text fz="sm">
        {origin === 'letter'
          ? m.terminations_notice_from_letter({ day: formatLongDay(preview.requestedOn) })
          : m.terminations_notice_from({ day: formatLongDay(preview.requestedOn) })}
      </Text>
    ) : null}
    {preview.isPutOff ? <Text fz="sm">{m.terminations_put_off({ day: formatLongDay(preview.earliestOn) })}</Text> : null}
    {preview.isRenewed ? <Text fz="sm">{m.terminations_renewed()}</Text> : null}
    <ClosingServices preview={preview} />
    <Dependents preview={preview} />
  </div>
)

/** What closes with the contract. */
const ClosingServices = ({ preview: { services, serviceCount } }: Pick<FactsProps, 'preview'>) => {
  const universe = useUniverse()
  if (serviceCount === 0) return <Text fz="sm">{m.terminations_no_service()}</Text>
  return (
    <div>
      <h3 className={classes.small}>{m.terminations_services({ count: serviceCount })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard */}
      <ul className={classes.services} tabIndex={0} aria-label={m.terminations_services({ count: serviceCount })}>
        {services.map((service) => (
          <li key={service.reference}>
            <span className={classes.reference}>{service.reference}</span> {service.name}
            <span className={classes.faint}>
              {[
                service.site,
                universe !== 'client' && service.accountcode !== null
                  ? m.terminations_accountcode({ number: String(service.accountcode) })
                  : null,
              ]
                .filter(Boolean)
                .map((text) => ` · ${text}`)
                .join('')}
            </span>
          </li>
        ))}
        {serviceCount > services.length ? (
          <li className={classes.faint}>{m.terminations_more_services({ count: serviceCount - services.length })}</li>
        ) : null}
      </ul>
    </div>
  )
}

/** Running contracts that lean on this one. */
const Dependents = ({ preview: { dependents } }: Pick<FactsProps, 'preview'>) => {
  const universe = useUniverse()
  return dependents.length === 0 ? null : (
    <Alert
      color="yellow"
      variant="light"
      icon={<IconPlugConnectedX size={18} stroke={1.6} aria-hidden />}
      title={m.terminations_dependents()}
    >
      <ul className={classes.dependents}>
        {dependents.map(({ reference, name }) => (
          <li key={reference}>
            <AnchorLink to={pages.subscription} params={{ universe, subscription: reference }}>
              {name} [{reference}]
            </AnchorLink>
          </li>
        ))}
      </ul>
    </Alert>
  )
}
