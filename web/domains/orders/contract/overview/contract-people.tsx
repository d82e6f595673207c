import { Anchor } from '@mantine/core'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import type { Subscription } from '#api/orders/contract/contract'
import * as m from '#messages/subscriptions'
import { shownAddress } from '../../../../platform/shown-address.ts'
import { SectionCard } from '../../../../ui/section-card.tsx'
import classes from '../../../subscriptions/subscriptions.module.css'

/** Who is concerned, and how to reach them. */
export const ContractPeople = ({ contract: { actors } }: { readonly contract: Subscription }) =>
  actors.length === 0 ? null : (
    <SectionCard title={m.subscriptions_actors()}>
      <dl className={classes.people}>
        {actors.map((actor) => (
          <div key={`${actor.role} ${actor.name}`}>
            <dt>{m[`subscriptions_actor_${actor.role}`]()}</dt>
            <dd>
              <strong>{actor.name}</strong>
              {actor.company && actor.company !== actor.name ? <span>{actor.company}</span> : null}
              {actor.phone ? <Anchor href={`tel:${actor.phone}`}>{formatPhone(actor.phone)}</Anchor> : null}
              {actor.email ? <Anchor href={`mailto:${actor.email}`}>{shownAddress(actor.email)}</Anchor> : null}
            </dd>
          </div>
        ))}
      </dl>
    </SectionCard>
  )
