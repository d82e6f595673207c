import { Alert, Button, Text } from '@mantine/core'
import { useState } from 'react'
import type { PriceImport } from '#api/catalog/admin/price-lists'
import { offerWords } from '#api/catalog/words'
import { pages } from '#api/pages'
import * as m from '#messages/catalog'
import { fieldMessage } from '../../../../platform/field-message.ts'
import { formatNumber } from '../../../../platform/format.ts'
import { words } from '../../../../platform/words.ts'
import { AnchorLink } from '../../../../ui/links.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import table from '../../../../ui/small-table.module.css'
import classes from '../../catalog.module.css'
import { amountsText } from '../../catalog-labels.ts'
import { countChanges, outcomeSentence, removesPrices } from './count-changes.ts'

const shownAtFirst = 200

const useShown = <Row,>(rows: readonly Row[]) => {
  const [count, setCount] = useState(shownAtFirst)
  const more =
    rows.length > count ? (
      <Button mt="sm" variant="default" onClick={() => setCount(count + 1000)}>
        {m.catalog_show_more({ count: rows.length - count })}
      </Button>
    ) : null
  return { shown: rows.slice(0, count), more }
}

const Faults = ({ errors }: { readonly errors: PriceImport['errors'] }) => {
  const { shown, more } = useShown(errors)
  return (
    <SectionCard title={m.catalog_import_errors({ count: errors.length })} description={m.catalog_import_errors_hint()}>
      <div className={table.scroll}>
        <table className={`${table.table} ${classes.anyWords}`}>
          <thead>
            <tr>
              <th scope="col">{m.catalog_line()}</th>
              <th scope="col">{m.catalog_column()}</th>
              <th scope="col">{m.catalog_value()}</th>
              <th scope="col">{m.catalog_reason()}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, column, code, value }) => (
              <tr key={`${line} ${column} ${code} ${value}`}>
                <td>{line}</td>
                <td>{column ?? ''}</td>
                <td>{value ?? ''}</td>
                <td>{fieldMessage(code, {})}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </SectionCard>
  )
}

const Changes = ({ changes }: { readonly changes: PriceImport['changes'] }) => {
  const { shown, more } = useShown(changes)
  return (
    <SectionCard title={m.catalog_import_changes({ count: changes.length })}>
      <div className={table.scroll}>
        <table className={`${table.table} ${classes.anyWords}`}>
          <thead>
            <tr>
              <th scope="col">{words(offerWords.offer)}</th>
              <th scope="col">{m.catalog_item()}</th>
              <th scope="col" data-end>
                {m.catalog_volume_from()}
              </th>
              <th scope="col" data-end>
                {m.catalog_before()}
              </th>
              <th scope="col" data-end>
                {m.catalog_after()}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ offer, name, item, label, from, before, after }) => (
              <tr key={`${offer} ${item} ${from}`}>
                <td>
                  <AnchorLink to={pages.offer} params={{ universe: 'carrier', offer }}>
                    {words(name)}
                  </AnchorLink>
                  <div className={classes.small}>{offer}</div>
                </td>
                <td>
                  {words(label)}
                  <div className={classes.small}>{item}</div>
                </td>
                <td data-end>{formatNumber(from)}</td>
                <td data-end className={classes.before}>
                  {before ? amountsText(before) : m.catalog_no_price()}
                </td>
                <td data-end>{after ? amountsText(after) : m.catalog_no_price()}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </SectionCard>
  )
}

/** What a price list would do, or did: new versions, amounts before and after, faulty lines. */
export const ImportOutcome = ({ outcome }: { readonly outcome: PriceImport }) => {
  const { applied, changes, errors } = outcome
  return (
    <>
      <Alert role="status" variant="light" color={errors.length > 0 ? 'red' : applied ? 'teal' : 'blue'}>
        <Text>{outcomeSentence(outcome)}</Text>
        {errors.length === 0 && changes.length > 0 ? <Text fw={500}>{countChanges(changes)}.</Text> : null}
        {errors.length === 0 && !applied && removesPrices(changes) ? <Text>{m.catalog_prices_removed_hint()}</Text> : null}
      </Alert>
      {errors.length > 0 ? <Faults errors={errors} /> : null}
      {changes.length > 0 ? <Changes changes={changes} /> : null}
    </>
  )
}
