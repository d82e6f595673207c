import type { OrderForm } from '#api/orders/reading/order-form'
import type { Order } from '#api/orders/reading/orders'
import { addDays, addMonths } from '#api/rules/civil-date'
import * as m from '#messages/delivery'
import { formatDay, formatNumber } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import classes from '../orders.module.css'

interface DeliveryEffectsProps {
  readonly order: Order
  readonly form: OrderForm
  /** The day of the delivery, if it is one. */
  readonly day: string | null
}

/** What a delivery does to the contract, before anybody confirms it. */
export const DeliveryEffects = ({ order, form, day }: DeliveryEffectsProps) => {
  const { subscription, commitmentMonths, quantity, kind } = order
  const services = form.services.filter(({ count }) => count > 0)
  const accountcodes = services.reduce((sum, each) => sum + each.accountcodes, 0)
  const contract = { contract: subscription.reference }
  return (
    <section aria-label={m.delivery_effects()}>
      <strong>{m.delivery_effects()}</strong>
      <ul className={classes.effects} style={{ marginTop: 6 }}>
        {kind === 'creation' ? (
          <li>{day ? m.delivery_effect_active({ ...contract, day: formatDay(day) }) : m.delivery_effect_active_soon(contract)}</li>
        ) : quantity.before !== null && quantity.after !== null && quantity.before !== quantity.after ? (
          <li>{m.delivery_effect_quantity({ ...contract, before: quantity.before, after: quantity.after })}</li>
        ) : (
          <li>{m.delivery_effect_amended(contract)}</li>
        )}
        {commitmentMonths > 0 ? (
          <li>
            {day
              ? m.delivery_effect_commitment({
                  months: commitmentMonths,
                  from: formatDay(day),
                  until: formatDay(addDays(addMonths(day, commitmentMonths), -1)),
                })
              : m.delivery_effect_commitment_soon({ months: commitmentMonths })}
          </li>
        ) : null}
        {services.length > 0 ? (
          <li>
            {m.delivery_effect_services({ count: services.reduce((sum, { count }) => sum + count, 0) })}
            <ul>
              {services.map((service) => (
                <li key={service.name.fr}>
                  {formatNumber(service.count)} × {words(service.name)}
                </li>
              ))}
            </ul>
          </li>
        ) : null}
        {form.closedServices > 0 ? <li>{m.delivery_effect_closed({ count: form.closedServices })}</li> : null}
        {accountcodes > 0 ? <li>{m.delivery_effect_accountcodes({ count: accountcodes })}</li> : null}
        <li>{m.delivery_effect_note()}</li>
      </ul>
    </section>
  )
}
