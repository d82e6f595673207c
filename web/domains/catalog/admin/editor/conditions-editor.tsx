import { ActionIcon, Button, MultiSelect, Select, Text } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Characteristic, Condition } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import * as labelTexts from '#messages/catalog-labels'
import { words } from '../../../../platform/words.ts'
import { AmountField } from '../../../../ui/fields/amount-field.tsx'
import classes from '../../catalog.module.css'
import type { EditorPartProps } from './editor-form.ts'
import { characteristicLabel } from './item-labels.ts'
import { useRows } from './use-rows.ts'

const wordings = ['filled', 'empty', 'one_of', 'at_least', 'at_most'] as const
type Wording = (typeof wordings)[number]

const wordingLabel = (wording: Wording): string => {
  const key: `catalog_when_${Wording}` = `catalog_when_${wording}`
  return labelTexts[key]()
}

/** What can be said of an answer depends on what answers. */
const wordingsFor = (characteristic: Characteristic | undefined): readonly Wording[] => {
  if (characteristic?.type === 'choice') return ['one_of', 'filled', 'empty']
  return characteristic?.type === 'number' ? ['at_least', 'at_most', 'filled', 'empty'] : ['filled', 'empty']
}

const conditionOn = (key: string, is: Wording): Condition => {
  if (is === 'one_of') return { key, is, values: [] }
  return is === 'at_least' || is === 'at_most' ? { key, is, value: 1 } : { key, is }
}

interface ConditionsEditorProps extends EditorPartProps {
  readonly name: string
  readonly earlier: readonly Characteristic[]
}

/** « Asked when »: all of these hold, of questions asked before. */
export const ConditionsEditor = ({ form, readOnly, name, earlier }: ConditionsEditorProps) => {
  const { rows, add, remove, replace, rowKey } = useRows<Condition>(form, name)
  const [first] = earlier
  const errorAt = (path: string) => form.getFieldState(`${name}.${path}`, form.formState).error?.message
  return (
    <fieldset className={classes.bare} aria-label={m.catalog_conditions()}>
      <Text fw={500} fz="sm">
        {m.catalog_conditions()}
      </Text>
      {rows.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {first ? m.catalog_always_asked() : m.catalog_first_always_asked()}
        </Text>
      ) : null}
      {rows.map((condition, index) => {
        const subject = earlier.find(({ key }) => key === condition.key)
        const possible = wordingsFor(subject)
        return (
          <div key={rowKey(index)} className={classes.entry}>
            <div className={classes.pair}>
              <Select
                label={m.catalog_condition_on()}
                allowDeselect={false}
                data={earlier.flatMap((one, at) => (one.key === '' ? [] : [{ value: one.key, label: characteristicLabel(one, at) }]))}
                value={condition.key}
                onChange={(key) => {
                  const next = earlier.find((one) => one.key === key)
                  if (next) replace(rows.with(index, conditionOn(next.key, wordingsFor(next)[0] ?? 'filled')))
                }}
                error={errorAt(`${index}.key`) ?? (subject ? undefined : m.catalog_condition_lost({ key: condition.key }))}
              />
              <Select
                label={m.catalog_condition_is()}
                allowDeselect={false}
                data={wordings
                  .filter((one) => possible.includes(one) || one === condition.is)
                  .map((value) => ({ value, label: wordingLabel(value) }))}
                value={condition.is}
                onChange={(is) => is && replace(rows.with(index, conditionOn(condition.key, is as Wording)))}
              />
              {condition.is === 'one_of' ? (
                <MultiSelect
                  label={m.catalog_condition_values()}
                  data={
                    subject?.type === 'choice'
                      ? subject.options
                          .map((option) => ({ value: option.value, label: words(option.label) || option.value }))
                          .filter(({ value }) => value !== '')
                      : condition.values.map((value) => ({ value, label: value }))
                  }
                  value={[...condition.values]}
                  onChange={(values) => replace(rows.with(index, { ...condition, values }))}
                  error={errorAt(`${index}.values`)}
                />
              ) : null}
              {condition.is === 'at_least' || condition.is === 'at_most' ? (
                <AmountField form={form} name={`${name}.${index}.value`} label={m.catalog_condition_value()} required />
              ) : null}
            </div>
            {readOnly ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={34}
                aria-label={m.catalog_remove({ label: m.catalog_condition_number({ number: index + 1 }) })}
                onClick={() => remove(index)}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
          </div>
        )
      })}
      {readOnly || !first ? null : (
        <Button
          mt={6}
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() => add(conditionOn(first.key, wordingsFor(first)[0] ?? 'filled'))}
        >
          {m.catalog_add_condition()}
        </Button>
      )}
    </fieldset>
  )
}
