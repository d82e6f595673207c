import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CharacteristicValues } from '#api/catalog/rules/offer-definition'
import { previewAmendment } from '#api/orders/delivery/delivery'
import * as m from '#messages/delivery'
import * as orders from '#messages/orders'
import { formatMoney } from '../../../platform/format.ts'
import { read } from '../../../platform/reading/read.ts'
import { DescriptionList } from '../../../ui/description-list.tsx'

interface AmendedPriceProps {
  readonly order: string
  readonly values: CharacteristicValues
}

const moved = (before: string, after: string): string => (before === after ? after : `${before} → ${after}`)
const monthly = (cents: number): string => orders.orders_per_month({ amount: formatMoney(cents) })

/** What the order comes to and would come to: the server reckons, the browser never does. */
export const AmendedPrice = ({ order, values }: AmendedPriceProps) => {
  const [wanted] = useDebouncedValue(values, 300)
  const { data, isError } = useQuery({
    ...read(previewAmendment, { params: { universe: 'carrier', order }, body: { values: wanted } }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <section aria-label={m.delivery_amended_price()} role="status" aria-live="polite">
      <Text fw={500} pb={4}>
        {m.delivery_amended_price()}
      </Text>
      {isError ? (
        <Text fz="sm" c="dimmed">
          {m.delivery_amended_price_unknown()}
        </Text>
      ) : data ? (
        <DescriptionList
          items={[
            { label: orders.orders_one_off(), value: moved(formatMoney(data.before.oneOffCents), formatMoney(data.after.oneOffCents)) },
            { label: orders.orders_monthly(), value: moved(monthly(data.before.monthlyCents), monthly(data.after.monthlyCents)) },
          ]}
        />
      ) : null}
    </section>
  )
}
