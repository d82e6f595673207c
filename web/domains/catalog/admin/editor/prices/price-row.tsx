import { ActionIcon, Button, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Characteristic, PriceItem, PriceStep } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import { AmountInput } from '../../../../../ui/fields/amount-input.tsx'
import classes from '../../../catalog.module.css'
import { itemLabel } from '../item-labels.ts'

interface PriceRowProps {
  readonly item: string
  readonly characteristics: readonly Characteristic[]
  /** False when the form no longer asks what it prices. */
  readonly isKnown: boolean
  readonly price: PriceItem | null
  /** Faults of this price, by field. */
  readonly errors: unknown
  readonly onChange: (price: PriceItem | null) => void
  readonly onLeave: () => void
}

const messageAt = (errors: unknown, ...path: readonly (string | number)[]): string | undefined => {
  const found = path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined),
    errors,
  )
  const message = (found as { message?: unknown } | undefined)?.message
  return typeof message === 'string' ? message : undefined
}

/** An item counts units when a number answers it: only then do volume steps mean something. */
const countsUnits = (characteristics: readonly Characteristic[], item: string): boolean =>
  characteristics.some(({ key, type }) => key === item && type === 'number')

/** A price as typed: what is no number stays, for the schema to refuse. */
type Typed = number | string | null

export const PriceRow = ({ item, characteristics, isKnown, price, errors, onChange, onLeave }: PriceRowProps) => {
  const label = itemLabel(characteristics, item)
  const isFee = item === 'termination'
  const set = (part: 'oneOffCents' | 'monthlyCents', typed: Typed) => {
    const other = part === 'oneOffCents' ? price?.monthlyCents : price?.oneOffCents
    if (typed === null && (price?.steps.length ?? 0) === 0 && (isFee || !other)) return onChange(null)
    onChange({ ...(price ?? { item, oneOffCents: 0, monthlyCents: 0, steps: [] }), [part]: typed ?? 0 } as PriceItem)
  }
  const steps = price?.steps ?? []
  const setSteps = (next: readonly PriceStep[]) => price && onChange({ ...price, steps: next })
  const setStep = (index: number, part: keyof PriceStep, typed: Typed) => {
    const step = steps[index]
    if (step) setSteps(steps.with(index, { ...step, [part]: typed ?? (part === 'from' ? '' : 0) } as PriceStep))
  }
  const last = steps.at(-1)
  return (
    <fieldset className={`${classes.bare} ${classes.price}`} aria-label={label}>
      <div>
        <Text fw={500}>{label}</Text>
        <Text fz="sm" c="dimmed">
          {item}
        </Text>
        {isKnown ? null : (
          <Text fz="sm" className={classes.wrong}>
            {m.catalog_item_lost()}
          </Text>
        )}
        {messageAt(errors, 'item') ? (
          <Text fz="sm" className={classes.wrong}>
            {messageAt(errors, 'item')}
          </Text>
        ) : null}
      </div>
      <AmountInput
        label={m.catalog_one_off()}
        value={price?.oneOffCents ?? null}
        onChange={(typed) => set('oneOffCents', typed)}
        onBlur={onLeave}
        scale={100}
        suffix="€"
        error={messageAt(errors, 'oneOffCents')}
      />
      {isFee ? (
        <span />
      ) : (
        <AmountInput
          label={m.catalog_monthly()}
          value={price?.monthlyCents ?? null}
          onChange={(typed) => set('monthlyCents', typed)}
          onBlur={onLeave}
          scale={100}
          suffix="€"
          error={messageAt(errors, 'monthlyCents')}
        />
      )}
      {!price || !(isKnown ? countsUnits(characteristics, item) : true) ? (
        <span />
      ) : isKnown ? (
        <Button
          size="xs"
          variant="subtle"
          mt={27}
          leftSection={<IconPlus size={15} aria-hidden />}
          aria-label={m.catalog_add_volume_to({ label })}
          onClick={() =>
            setSteps([
              ...steps,
              {
                from: (last?.from ?? 1) + 9,
                oneOffCents: last?.oneOffCents ?? price.oneOffCents,
                monthlyCents: last?.monthlyCents ?? price.monthlyCents,
              },
            ])
          }
        >
          {m.catalog_add_volume()}
        </Button>
      ) : (
        <Button size="xs" variant="subtle" color="red" mt={27} onClick={() => onChange(null)}>
          {m.catalog_remove_price()}
        </Button>
      )}
      {steps.length > 0 ? (
        <div data-wide className={classes.fields}>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is told by its place while its quantity is being typed
            <div key={index} className={classes.step}>
              <AmountInput
                label={m.catalog_volume_from()}
                value={step.from}
                onChange={(typed) => setStep(index, 'from', typed)}
                onBlur={onLeave}
                error={messageAt(errors, 'steps', index, 'from')}
              />
              <AmountInput
                label={m.catalog_one_off()}
                value={step.oneOffCents}
                onChange={(typed) => setStep(index, 'oneOffCents', typed)}
                onBlur={onLeave}
                scale={100}
                suffix="€"
                error={messageAt(errors, 'steps', index, 'oneOffCents')}
              />
              <AmountInput
                label={m.catalog_monthly()}
                value={step.monthlyCents}
                onChange={(typed) => setStep(index, 'monthlyCents', typed)}
                onBlur={onLeave}
                scale={100}
                suffix="€"
                error={messageAt(errors, 'steps', index, 'monthlyCents')}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                mt={26}
                size={34}
                aria-label={m.catalog_remove({ label: m.catalog_volume({ from: String(step.from) }) })}
                onClick={() => setSteps(steps.toSpliced(index, 1))}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            </div>
          ))}
        </div>
      ) : null}
    </fieldset>
  )
}
