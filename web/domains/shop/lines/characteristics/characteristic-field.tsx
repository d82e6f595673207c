import { Checkbox, Group, Radio, Select, Stack, TextInput } from '@mantine/core'
import type { Characteristic, CharacteristicValue, PriceItem } from '#api/catalog/rules/offer-definition'
import { words } from '../../../../platform/words.ts'
import { DayInput } from '../../../../ui/date-field/day-input.tsx'
import classes from '../../shop.module.css'
import { optionPrice, quantityPrice } from './characteristic-price.ts'
import { ContractField } from './contract-field.tsx'
import { FileField } from './file-field.tsx'
import { QuantityField } from './quantity-field.tsx'
import { SiteField } from './site-field.tsx'
import type { CharacteristicSource, SharedProps } from './source-field.ts'

export interface CharacteristicFieldProps {
  readonly characteristic: Characteristic
  readonly value: CharacteristicValue | undefined
  readonly onChange: (value: CharacteristicValue | undefined) => void
  readonly onLeave: () => void
  readonly error: string | null
  readonly source: CharacteristicSource | null
  readonly prices: readonly PriceItem[] | null
}

/** As many options as are shown side by side rather than in a list. */
const mostRadios = 5

const kinds = {
  text: { type: 'text', inputMode: 'text', placeholder: undefined },
  phone: { type: 'tel', inputMode: 'tel', placeholder: '01 23 45 67 89' },
  email: { type: 'email', inputMode: 'email', placeholder: undefined },
  ip: { type: 'text', inputMode: 'text', placeholder: '192.0.2.10' },
} as const

type ChoiceProps = CharacteristicFieldProps & {
  readonly characteristic: Extract<Characteristic, { type: 'choice' }>
  readonly shared: SharedProps
}

const Choice = ({ characteristic: { key, options, required }, value, onChange, onLeave, prices, shared }: ChoiceProps) => {
  const hint = (option: string) => (prices ? optionPrice(prices, `${key}=${option}`) : null)
  const chosen = typeof value === 'string' ? value : null
  if (options.length > mostRadios) {
    return (
      <Select
        {...shared}
        name={key}
        data={options.map((option) => ({
          value: option.value,
          label: [words(option.label), hint(option.value)].filter(Boolean).join('  ·  '),
        }))}
        value={chosen}
        onChange={(next) => onChange(next ?? undefined)}
        searchable={options.length > 10}
        clearable={!required}
        allowDeselect={false}
      />
    )
  }
  const { onBlur: _, 'aria-required': _required, ...frame } = shared
  return (
    <Radio.Group {...frame} name={key} value={chosen} onChange={onChange} onBlur={onLeave}>
      <Stack gap={6} my={6}>
        {options.map((option) => {
          const price = hint(option.value)
          return (
            <Radio
              key={option.value}
              value={option.value}
              label={
                <>
                  {words(option.label)}
                  {price ? <span className={classes.small}> {price}</span> : null}
                </>
              }
            />
          )
        })}
      </Stack>
    </Radio.Group>
  )
}

/** One characteristic as a field of its type. */
export const CharacteristicField = (props: CharacteristicFieldProps) => {
  const { characteristic, value, onChange, onLeave, error, source, prices } = props
  const { key, required } = characteristic
  const shared: SharedProps = {
    label: words(characteristic.label),
    description: characteristic.help && words(characteristic.help),
    withAsterisk: required,
    error,
    onBlur: onLeave,
    'aria-required': required,
  }
  switch (characteristic.type) {
    case 'choice':
      return <Choice {...props} characteristic={characteristic} shared={shared} />
    case 'boolean': {
      const price = prices ? optionPrice(prices, key) : null
      return (
        <Checkbox
          name={key}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked || (required ? false : undefined))}
          onBlur={onLeave}
          error={error}
          description={shared.description}
          label={
            <Group gap={6}>
              {shared.label}
              {price ? <span className={classes.small}>{price}</span> : null}
            </Group>
          }
        />
      )
    }
    case 'number':
      return (
        <QuantityField
          shared={shared}
          characteristic={characteristic}
          value={value}
          onChange={onChange}
          price={prices ? quantityPrice(prices, characteristic, value) : null}
        />
      )
    case 'date':
      return (
        <DayInput
          {...shared}
          name={key}
          maw={320}
          value={typeof value === 'string' ? value : ''}
          onChange={(typed) => onChange(typed === '' ? undefined : typed)}
        />
      )
    case 'file':
      return <FileField shared={shared} name={key} value={value} onChange={onChange} source={source} />
    case 'site':
      return <SiteField shared={shared} name={key} value={value} onChange={onChange} source={source} />
    case 'contract':
      return <ContractField shared={shared} name={key} value={value} onChange={onChange} source={source} offers={characteristic.offers} />
    default:
      return (
        <TextInput
          {...shared}
          {...kinds[characteristic.type]}
          name={key}
          autoComplete="off"
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value === '' ? undefined : event.currentTarget.value)}
        />
      )
  }
}
