import { Drawer, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { Accountcode } from '#api/subscriptions/accountcodes/accountcodes'
import { readAccountcodeHistory } from '#api/subscriptions/accountcodes/accountcodes'
import { accountcodeWords } from '#api/subscriptions/words'
import * as m from '#messages/accountcodes'
import { formatInstant } from '../../../platform/format.ts'
import { problemMessage } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { useUniverse } from '../../../platform/session.ts'
import { words } from '../../../platform/words.ts'
import classes from './accountcodes.module.css'

interface ChangeProps {
  readonly name: string
  readonly before: string | null
  readonly after: string | null
}

const Change = ({ name, before, after }: ChangeProps) =>
  after === null || before === after ? null : (
    <div>
      <dt>{name}</dt>
      <dd>
        <del className={classes.before}>
          <span className="visually-hidden">{m.accountcodes_before()} </span>
          {before || m.accountcodes_nothing()}
        </del>{' '}
        <ins className={classes.after}>
          <span className="visually-hidden">{m.accountcodes_after()} </span>
          {after || m.accountcodes_nothing()}
        </ins>
      </dd>
    </div>
  )

/** Who changed an accountcode, when, and what. */
export const HistoryDrawer = ({ accountcode, onClose }: { readonly accountcode: Accountcode; readonly onClose: () => void }) => {
  const universe = useUniverse()
  const { data, error } = useQuery(read(readAccountcodeHistory, { params: { universe, accountcode: String(accountcode.number) } }))
  return (
    <Drawer
      opened
      onClose={onClose}
      size={520}
      title={<Text fw={600}>{m.accountcodes_history_of({ number: String(accountcode.number) })}</Text>}
    >
      {error ? <Text role="alert">{problemMessage(error)}</Text> : null}
      {!data && !error ? <Skeleton height={160} /> : null}
      {data?.items.length === 0 ? <Text c="dimmed">{m.accountcodes_no_history()}</Text> : null}
      <ol className={classes.history}>
        {data?.items.map((item) => (
          <li key={`${item.at} ${item.by}`}>
            <div className={classes.when}>
              <strong>{item.by}</strong> {formatInstant(item.at)}
            </div>
            <dl>
              <Change name={words(accountcodeWords.label)} before={item.before.label} after={item.after.label} />
              <Change name={words(accountcodeWords.partnerCode)} before={item.before.partnerCode} after={item.after.partnerCode} />
            </dl>
          </li>
        ))}
      </ol>
    </Drawer>
  )
}
