import { Text } from '@mantine/core'
import type { Subscription } from '#api/orders/contract/contract'
import { pages } from '#api/pages'
import { contractWords } from '#api/subscriptions/words'
import * as m from '#messages/subscriptions'
import { StatePill } from '../../../../app/look/state-pill.tsx'
import { formatDay } from '../../../../platform/format.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import table from '../../../../ui/small-table.module.css'
import classes from '../../../subscriptions/subscriptions.module.css'

/** What the contract brought: references, accountcodes for partners and carrier, calls of a trunk. */
export const ServicesCard = ({ contract }: { readonly contract: Subscription }) => {
  const universe = useUniverse()
  const { services, serviceCount, calls, abilities, state } = contract
  const withCodes = abilities.readAccountcodes && services.some(({ accountcode }) => accountcode !== null)
  return (
    <SectionCard
      title={m.subscriptions_services()}
      description={
        calls && state !== 'terminated' ? m.subscriptions_calls({ outgoing: calls.outgoing, incoming: calls.incoming }) : undefined
      }
      actions={
        withCodes ? (
          <AnchorLink to={pages.accountcodes} params={{ universe }} search={{ subscription: contract.reference }} fz="sm">
            {m.subscriptions_accountcodes_of()}
          </AnchorLink>
        ) : null
      }
    >
      {services.length === 0 ? (
        <Text c="dimmed">{state === 'abandoned' ? m.subscriptions_no_service_ever() : m.subscriptions_no_service()}</Text>
      ) : null}
      {services.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className={table.scroll} tabIndex={0} aria-label={m.subscriptions_service_list()}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{words(contractWords.reference)}</th>
                <th scope="col">{words(contractWords.name)}</th>
                <th scope="col">{m.subscriptions_site()}</th>
                {withCodes ? <th scope="col">{m.subscriptions_accountcode()}</th> : null}
                <th scope="col">{m.subscriptions_service_state()}</th>
              </tr>
            </thead>
            <tbody>
              {services.map((service) => (
                <tr key={service.reference}>
                  <td className={classes.reference}>{service.reference}</td>
                  <td>{service.name}</td>
                  <td>{service.site ?? ''}</td>
                  {withCodes ? <td>{service.accountcode ?? ''}</td> : null}
                  <td>
                    <StatePill
                      of="service"
                      state={service.state}
                      label={
                        service.state === 'active'
                          ? m.subscriptions_service_active()
                          : m.subscriptions_service_closed({ day: formatDay(service.closedOn) })
                      }
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {serviceCount > services.length ? (
        <Text c="dimmed" fz="sm" mt="xs">
          {m.subscriptions_services_shown({ shown: services.length, total: serviceCount })}
        </Text>
      ) : null}
    </SectionCard>
  )
}
