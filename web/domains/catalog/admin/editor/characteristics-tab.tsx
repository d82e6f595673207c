import { Button, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Characteristic } from '#api/catalog/rules/offer-definition'
import * as m from '#messages/catalog'
import { confirm } from '../../../../ui/confirm-dialog.tsx'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { SortableList } from '../../../../ui/sortable/sortable-list.tsx'
import classes from '../../catalog.module.css'
import { CharacteristicEditor } from './characteristic-editor.tsx'
import { type EditorPartProps, faultyPaths } from './editor-form.ts'
import { FormPreview } from './form-preview.tsx'
import { characteristicLabel, typeLabel } from './item-labels.ts'
import { newCharacteristic } from './new-characteristic.ts'
import { useRows } from './use-rows.ts'

const name = 'definition.characteristics'

/** The form that the customer fills: its questions in order, the one being edited, and the form as it will be asked. */
export const CharacteristicsTab = ({ form, readOnly }: EditorPartProps) => {
  const { rows, add, remove, move, replace, rowKey } = useRows<Characteristic>(form, name)
  const [chosen, choose] = useState(0)
  const current = rows[Math.min(chosen, rows.length - 1)]
  const index = Math.min(chosen, rows.length - 1)
  const faulty = new Set(
    faultyPaths((form.formState.errors.definition as { characteristics?: unknown } | undefined)?.characteristics).map((path) =>
      Number(path.split('.')[0]),
    ),
  )
  const { submitCount } = form.formState
  const firstFaulty = [...faulty].sort((a, b) => a - b)[0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per attempt to save, not whenever a field becomes right
  useEffect(() => {
    if (submitCount > 0 && firstFaulty !== undefined) choose(firstFaulty)
  }, [submitCount])

  const reorder = (from: number, to: number) => {
    move(from, to)
    if (index === from) choose(to)
    else if (from < index && to >= index) choose(index - 1)
    else if (from > index && to <= index) choose(index + 1)
  }
  const drop = async (at: number, row: Characteristic) => {
    const agreed = await confirm({
      title: m.catalog_remove({ label: characteristicLabel(row, at) }),
      message: m.catalog_remove_characteristic_text(),
      confirmLabel: m.catalog_remove_characteristic(),
      danger: true,
    })
    if (!agreed) return
    remove(at)
    choose(Math.max(0, at - 1))
  }
  const addOne = () => {
    add(newCharacteristic())
    choose(rows.length)
  }
  const addButton = (
    <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={addOne}>
      {m.catalog_add_characteristic()}
    </Button>
  )
  return (
    <div className={classes.fields}>
      <div className={classes.split}>
        <SectionCard title={m.catalog_characteristics()} description={readOnly ? undefined : m.catalog_characteristics_hint()}>
          {rows.length === 0 ? (
            <Text c="dimmed">{m.catalog_no_characteristic()}</Text>
          ) : (
            <SortableList
              label={m.catalog_characteristics()}
              rows={rows}
              rowLabel={characteristicLabel}
              onMove={reorder}
              isCurrent={(at) => at === index}
              readOnly={readOnly}
            >
              {(row, at) => (
                <button type="button" className={classes.pick} aria-pressed={at === index} onClick={() => choose(at)}>
                  {characteristicLabel(row, at)}
                  <span className={classes.small}>
                    {[
                      typeLabel(row.type),
                      row.required ? m.catalog_required() : null,
                      row.when && row.when.length > 0 ? m.catalog_conditional() : null,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                  {faulty.has(at) ? <span className={`${classes.small} ${classes.wrong}`}>{m.catalog_to_correct()}</span> : null}
                </button>
              )}
            </SortableList>
          )}
          {readOnly ? null : <div style={{ marginBlockStart: 12 }}>{addButton}</div>}
        </SectionCard>
        {current ? (
          <CharacteristicEditor
            key={rowKey(index)}
            form={form}
            readOnly={readOnly}
            index={index}
            characteristic={current}
            earlier={rows.slice(0, index)}
            onReplace={(row) => replace(rows.with(index, row))}
            onRemove={() => void drop(index, current)}
          />
        ) : (
          <SectionCard title={m.catalog_characteristic()}>
            <EmptyState
              title={m.catalog_no_characteristic()}
              description={m.catalog_no_characteristic_hint()}
              action={readOnly ? null : addButton}
            />
          </SectionCard>
        )}
      </div>
      <FormPreview form={form} />
    </div>
  )
}
