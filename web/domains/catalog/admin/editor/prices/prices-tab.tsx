import { SegmentedControl, Text } from '@mantine/core'
import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { priceableItems, proposedItems } from '#api/catalog/admin/definition'
import { type Characteristic, type PriceItem, type PriceList, priceLists } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { SectionCard } from '../../../../../ui/section-card.tsx'
import classes from '../../../catalog.module.css'
import { priceListLabel } from '../../../catalog-labels.ts'
import { type EditorPartProps, faultyPaths } from '../editor-form.ts'
import { PriceRow } from './price-row.tsx'
import { PricesRead } from './prices-read.tsx'

/** Both price lists of the version: for each item a one-off fee, a monthly fee, and volume steps. */
export const PricesTab = ({ form, readOnly }: EditorPartProps) => {
  const errors = form.formState.errors.prices as Partial<Record<PriceList, unknown>> | undefined
  const [list, choose] = useState<PriceList>(errors?.wholesale && !errors.public ? 'wholesale' : 'public')
  const name = `prices.${list}`
  const prices = (useWatch({ control: form.control, name }) ?? []) as readonly PriceItem[]
  const characteristics = (useWatch({ control: form.control, name: 'definition.characteristics' }) ?? []) as readonly Characteristic[]
  const known = [...new Set(priceableItems({ characteristics }).filter((item) => item !== '' && !item.endsWith('=')))]
  const proposed = proposedItems({ characteristics }, prices)
  const items = [
    ...known.filter((item) => proposed.includes(item)),
    ...prices.map(({ item }) => item).filter((item) => !known.includes(item)),
  ]
  const error = form.getFieldState(name, form.formState).error

  const write = (item: string, price: PriceItem | null) => {
    const at = prices.findIndex((one) => one.item === item)
    const next = price === null ? prices.filter((one) => one.item !== item) : at < 0 ? [...prices, price] : prices.with(at, price)
    form.setValue(name, next, { shouldDirty: true })
    if (errors) void form.trigger('prices')
  }
  return (
    <SectionCard
      title={labelTexts.catalog_tab_prices()}
      description={readOnly ? m.catalog_prices_read_hint() : m.catalog_prices_hint()}
      actions={
        <SegmentedControl
          aria-label={m.catalog_price_list()}
          value={list}
          onChange={(value) => choose(value as PriceList)}
          data={priceLists.map((value) => ({
            value,
            label: faultyPaths(errors?.[value]).length > 0 ? `${priceListLabel(value)} (!)` : priceListLabel(value),
          }))}
        />
      }
    >
      {typeof error?.message === 'string' ? (
        <Text role="alert" fz="sm" className={classes.wrong}>
          {error.message}
        </Text>
      ) : null}
      {readOnly ? (
        <PricesRead prices={prices} characteristics={characteristics} />
      ) : (
        <fieldset className={classes.fields} style={{ gap: 0 }}>
          {items.map((item) => (
            <PriceRow
              key={`${list} ${item}`}
              item={item}
              characteristics={characteristics}
              isKnown={known.includes(item)}
              price={prices.find((one) => one.item === item) ?? null}
              errors={(errors?.[list] as readonly unknown[] | undefined)?.[prices.findIndex((one) => one.item === item)]}
              onChange={(price) => write(item, price)}
              onLeave={() => void form.trigger(name)}
            />
          ))}
        </fieldset>
      )}
    </SectionCard>
  )
}
