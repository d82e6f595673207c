import { Text } from '@mantine/core'
import type { ResponseOf } from '#api/endpoint'
import type { bulkEditAccountcodes } from '#api/subscriptions/accountcodes/accountcodes'
import { accountcodeWords } from '#api/subscriptions/words'
import * as m from '#messages/accountcodes'
import { fieldMessage } from '../../../platform/field-message.ts'
import { words } from '../../../platform/words.ts'
import stacking from '../../../ui/stacked-table.module.css'
import classes from './accountcodes.module.css'

type Outcome = ResponseOf<typeof bulkEditAccountcodes>

/** What is wrong, line by line. */
export const BulkErrors = ({ errors }: Pick<Outcome, 'errors'>) =>
  errors.length === 0 ? null : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes.scroll} tabIndex={0} aria-label={m.accountcodes_bulk_errors()}>
      <table className={`${classes.table} ${stacking.stacked}`}>
        <thead>
          <tr>
            <th scope="col">{m.accountcodes_line()}</th>
            <th scope="col">{m.accountcodes_column()}</th>
            <th scope="col">{m.accountcodes_value()}</th>
            <th scope="col">{m.accountcodes_reason()}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ line, column, code, value }) => (
            <tr key={`${line} ${column} ${code}`}>
              <td data-label={m.accountcodes_line()}>{line}</td>
              <td data-label={m.accountcodes_column()}>{column ?? ''}</td>
              <td data-label={m.accountcodes_value()}>{value ?? ''}</td>
              <td>{fieldMessage(code, {})}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )

const Texts = ({ before, after }: { readonly before: string; readonly after: string }) =>
  before === after ? (
    after
  ) : (
    <span>
      <del className={classes.before}>{before || m.accountcodes_nothing()}</del>{' '}
      <ins className={classes.after}>{after || m.accountcodes_nothing()}</ins>
    </span>
  )

/** What it would change. */
export const BulkChanges = ({ changes, total }: Pick<Outcome, 'changes'> & { readonly total: number }) =>
  changes.length === 0 ? null : (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={m.accountcodes_bulk_changes()}>
        <table className={`${classes.table} ${stacking.stacked}`}>
          <thead>
            <tr>
              <th scope="col">{words(accountcodeWords.number)}</th>
              <th scope="col">{words(accountcodeWords.label)}</th>
              <th scope="col">{words(accountcodeWords.partnerCode)}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ line, number, before, after }) => (
              <tr key={line}>
                <td data-label={words(accountcodeWords.number)}>{number}</td>
                <td data-label={words(accountcodeWords.label)}>
                  <Texts before={before.label} after={after.label} />
                </td>
                <td data-label={words(accountcodeWords.partnerCode)}>
                  <Texts before={before.partnerCode} after={after.partnerCode} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {total > changes.length ? (
        <Text c="dimmed" fz="sm">
          {m.accountcodes_bulk_more({ count: total - changes.length })}
        </Text>
      ) : null}
    </>
  )
