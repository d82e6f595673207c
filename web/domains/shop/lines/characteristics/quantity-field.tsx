import { ActionIcon, TextInput } from '@mantine/core'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import type { Characteristic, CharacteristicValue } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/shop'
import { formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import order from '../../order.module.css'
import classes from '../../shop.module.css'
import type { SharedProps } from './source-field.ts'

interface QuantityFieldProps {
  readonly shared: SharedProps
  readonly characteristic: Extract<Characteristic, { type: 'number' }>
  readonly value: CharacteristicValue | undefined
  readonly onChange: (value: CharacteristicValue | undefined) => void
  readonly price: string | null
}

/** « 1 234,5 » as a number; what is none stays as typed, for the rules to refuse. */
const read = (text: string): CharacteristicValue | undefined => {
  const bare = text.replaceAll(/\s/g, '').replace(',', '.')
  if (bare === '') return undefined
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(bare) ? Number(bare) : text
}

/** A number within bounds, by hand or by steps. */
export const QuantityField = ({ shared, characteristic, value, onChange, price }: QuantityFieldProps) => {
  const { minimum, maximum, step, unit, key } = characteristic
  const number = typeof value === 'number' ? value : null
  const move = (by: number) => {
    onChange(number === null ? minimum : Math.min(maximum, Math.max(minimum, number + by)))
    shared.onBlur()
  }
  const bounds = m.shop_between({ minimum: formatNumber(minimum), maximum: formatNumber(maximum) })
  const label = words(characteristic.label)
  return (
    <TextInput
      {...shared}
      description={[shared.description, [bounds, price].filter(Boolean).join(' · ')].filter(Boolean).join(' ')}
      name={key}
      inputMode={Number.isInteger(step) ? 'numeric' : 'decimal'}
      autoComplete="off"
      maw={320}
      value={value === undefined ? '' : String(value)}
      onChange={(event) => onChange(read(event.currentTarget.value))}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        move(event.key === 'ArrowUp' ? step : -step)
      }}
      rightSectionWidth={unit ? 150 : 76}
      rightSection={
        <span className={order.steppers}>
          {unit ? <span className={classes.small}>{words(unit)}</span> : null}
          <ActionIcon
            variant="default"
            aria-label={m.shop_less({ label })}
            disabled={number !== null && number <= minimum}
            onClick={() => move(-step)}
          >
            <IconMinus size={14} stroke={1.8} />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={m.shop_more({ label })}
            disabled={number !== null && number >= maximum}
            onClick={() => move(step)}
          >
            <IconPlus size={14} stroke={1.8} />
          </ActionIcon>
        </span>
      }
    />
  )
}
