import { IconRouteSquare } from '@tabler/icons-react'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import * as m from '#messages/subscriptions'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { formatDay } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from './overview.module.css'

const shown = 4

/** The first services of the contract, by their name; none before the delivery. */
export const ServiceLines = ({ contract: { reference, services, serviceCount } }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  if (services.length === 0) return null
  return (
    <SectionCard
      title={m.subscriptions_services()}
      actions={
        <AnchorLink to={pages.subscription} params={{ universe, subscription: reference }} search={{ tab: 'services' }} fz="sm">
          {m.subscriptions_all_services({ count: serviceCount })}
        </AnchorLink>
      }
    >
      <ul className={classes.services}>
        {services.slice(0, shown).map((service) => (
          <li key={service.reference}>
            <span className={classes.icon} aria-hidden>
              <IconRouteSquare size={20} stroke={1.6} />
            </span>
            <span>
              <strong>{service.name}</strong>
              <small>{[service.reference, service.site].filter(Boolean).join(' · ')}</small>
            </span>
            <StatePill
              of="service"
              state={service.state}
              label={
                service.state === 'active'
                  ? m.subscriptions_service_active()
                  : m.subscriptions_service_closed({ day: formatDay(service.closedOn) })
              }
            />
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}
