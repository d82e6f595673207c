import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { withoutPortings } from '#api/catalog/rules/porting/number-once'
import { formatPhone } from '#api/companies/rules/contact/phone-number'
import { pages } from '#api/pages'
import type { BasketLine } from '#api/shop/baskets/basket-lines'
import { addBasketLine, type Basket, removeBasketLine } from '#api/shop/baskets/baskets'
import { requestWords } from '#api/shop/words'
import * as common from '#messages/common'
import * as m from '#messages/shop'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { fieldMessage } from '../../../platform/field-message.ts'
import { formatDay } from '../../../platform/format.ts'
import { words } from '../../../platform/words.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { FamilyGlyph } from '../../catalog/families/family-glyph.tsx'
import { BeforeAfter } from '../lines/before-after.tsx'
import { draftOf } from '../lines/line-draft.ts'
import { ModificationTable } from '../lines/modification-table.tsx'
import order from '../order.module.css'
import classes from '../shop.module.css'
import { amountsLabel, commitmentLabel, contractChangeLabel } from '../shop-labels.ts'
import type { ShopPlace } from '../shop-place.ts'
import { faultyField, valueTexts } from './value-texts.ts'

interface LineProps {
  readonly line: BasketLine
  readonly basket: Basket
  readonly place: ShopPlace
}

/** What stops the line, in words. */
const Faults = ({ line }: { readonly line: BasketLine }) => {
  const missing = line.faults.filter(({ code }) => code === 'required')
  const wrong = line.faults.filter(({ code }) => code !== 'required')
  if (line.faults.length === 0) return null
  const names = missing.flatMap(({ path }) => faultyField(line, path) ?? (path === 'siteIds' ? words(requestWords.sites) : []))
  return (
    <Alert color="yellow" icon={<IconAlertTriangle size={18} aria-hidden />} title={m.shop_line_unfinished()}>
      {missing.length > 0 ? <div>{m.shop_missing({ fields: names.join(', ') })}</div> : null}
      {wrong.map(({ path, code, params }) => (
        <div key={`${path} ${code}`}>{[faultyField(line, path), fieldMessage(code, params)].filter(Boolean).join(' : ')}</div>
      ))}
    </Alert>
  )
}

const Price = ({ line: { price, contracts, modification } }: { readonly line: BasketLine }) => {
  if (!price) return <p className={classes.onRequest}>{m.shop_on_request()}</p>
  const count = Math.max(1, contracts)
  const isDifference = modification !== null
  const { main, beside } = amountsLabel({ monthlyCents: price.monthlyCents * count, oneOffCents: price.oneOffCents * count }, isDifference)
  return (
    <div className={order.linePrice}>
      <strong>{main}</strong>
      {beside ? <span className={classes.small}>{beside}</span> : null}
      {count > 1 && (price.monthlyCents !== 0 || price.oneOffCents !== 0) ? (
        <span className={classes.small}>{m.shop_times({ count, amount: amountsLabel(price, isDifference).main })}</span>
      ) : null}
    </div>
  )
}

const Actions = ({ line, place }: LineProps) => {
  const { universe, search } = place
  const company = place.company ?? ''
  const [isBusy, setBusy] = useState(false)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const name = words(line.offer.name)
  const act = async (run: () => Promise<unknown>, done: string) => {
    setBusy(true)
    try {
      await run()
      notifySuccess(done)
    } catch (error) {
      notifyProblem(error)
    } finally {
      setBusy(false)
      setKey(newIdempotencyKey())
    }
  }
  const duplicate = () =>
    act(() => {
      const values = withoutPortings({ definition: line.offer.definition, values: line.values })
      const body = { offer: line.offer.code, contract: null, ...draftOf(line), values }
      return call(addBasketLine, { params: { universe, company }, body, idempotencyKey })
    }, m.shop_duplicated({ name }))
  const remove = () => act(() => call(removeBasketLine, { params: { universe, company, line: line.id } }), m.shop_removed({ name }))
  return (
    <Group gap={4} className={order.lineActions}>
      {line.offer.standing === 'withdrawn' || line.offer.standing === 'not_allowed' ? null : (
        <ButtonLink
          to={pages.basketLine}
          params={{ universe, line: line.id }}
          search={search}
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPencil size={14} stroke={1.6} aria-hidden />}
          aria-label={m.shop_edit_line({ name })}
        >
          {common.action_edit()}
        </ButtonLink>
      )}
      {line.contract ? null : (
        <Button
          size="compact-sm"
          variant="subtle"
          disabled={isBusy}
          leftSection={<IconCopy size={14} stroke={1.6} aria-hidden />}
          onClick={() => void duplicate()}
          aria-label={m.shop_duplicate_line({ name })}
        >
          {m.shop_duplicate()}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        color="red.8"
        c="var(--mantine-color-error)"
        disabled={isBusy}
        leftSection={<IconTrash size={14} stroke={1.6} aria-hidden />}
        onClick={() => void remove()}
        aria-label={m.shop_remove_line({ name })}
      >
        {m.shop_remove()}
      </Button>
    </Group>
  )
}

/** A line of the basket: what, where, for how long, when, what it costs and what it lacks. */
export const BasketLineCard = ({ line, basket, place }: LineProps) => {
  const { onsiteContact: contact } = line
  const facts = [
    line.sites.length > 0 && { label: words(requestWords.sites), text: line.sites.map(({ name }) => name).join(', ') },
    ...valueTexts(line),
    line.commitmentMonths > 0 && { label: m.shop_commitment(), text: commitmentLabel(line.commitmentMonths) },
    line.commitmentMonths > 0 &&
      line.contract === null &&
      line.offer.definition.tacitRenewal === true && { label: m.shop_renewal(), text: m.shop_renewal_short() },
    line.wishedOn !== null && { label: m.shop_wished_on(), text: formatDay(line.wishedOn) },
    // A wish earlier than the lead time is not what will happen.
    line.wishedOn !== line.expectedOn && { label: m.shop_expected(), text: formatDay(line.expectedOn) },
    contact && { label: m.shop_onsite_contact(), text: [contact.name, formatPhone(contact.phone)].filter(Boolean).join(' · ') },
  ].filter((fact) => fact !== false && fact !== null)
  return (
    <li className={order.line} data-faulty={line.faults.length > 0 || undefined}>
      <div className={order.lineHead}>
        <span className={classes.familyIcon} aria-hidden>
          <FamilyGlyph family={line.offer.family} size={20} />
        </span>
        <div className={classes.grow}>
          <h2>{words(line.offer.name)}</h2>
          {line.contract ? <p className={classes.small}>{contractChangeLabel(line)}</p> : null}
          {line.offer.standing === 'withdrawn' ? <StateBadge tone="danger" label={m.shop_withdrawn()} /> : null}
          {line.offer.standing === 'not_allowed' ? <StateBadge tone="danger" label={m.shop_not_allowed()} /> : null}
        </div>
        <Price line={line} />
      </div>
      <dl className={order.facts}>
        {facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {line.modification ? <ModificationTable modification={line.modification} definition={line.offer.definition} named={line} /> : null}
      {line.addition ? <BeforeAfter addition={line.addition} /> : null}
      <Faults line={line} />
      {basket.abilities.edit ? <Actions line={line} basket={basket} place={place} /> : null}
    </li>
  )
}
