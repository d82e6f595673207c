import { Alert, Select, Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { OfferVersion, VersionForm, VersionSummary } from '#api/catalog/admin/offer-versions'
import { readOfferVersion } from '#api/catalog/admin/offer-versions'
import * as m from '#messages/catalog'
import * as common from '#messages/common'
import { problemMessage } from '../../../../platform/problem.ts'
import { read } from '../../../../platform/reading/read.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import table from '../../../../ui/small-table.module.css'
import classes from '../../catalog.module.css'
import { stageLabel } from '../../catalog-labels.ts'
import { tabLabel } from '../version/version-tabs.tsx'
import { changeName, changeSubject, changeValue } from './change-text.ts'
import { compareVersions, type FactChange } from './flatten-version.ts'

const parts = ['texts', 'form', 'terms', 'delivery', 'prices'] as const

const Changes = ({
  changes,
  mine,
  theirs,
}: {
  readonly changes: readonly FactChange[]
  readonly mine: VersionForm
  readonly theirs: VersionForm
}) => (
  <>
    {parts.map((part) => {
      const own = changes.filter((change) => change.part === part)
      if (own.length === 0) return null
      return (
        <SectionCard key={part} title={tabLabel(part)}>
          <div className={table.scroll}>
            <table className={`${table.table} ${classes.anyWords}`}>
              <thead>
                <tr>
                  <th scope="col">{m.catalog_what()}</th>
                  <th scope="col">{m.catalog_before()}</th>
                  <th scope="col">{m.catalog_after()}</th>
                </tr>
              </thead>
              <tbody>
                {own.map((change) => {
                  const subject = changeSubject(change, mine, theirs)
                  return (
                    <tr key={`${change.of} ${change.name}`}>
                      <td>
                        {subject === '' ? null : (
                          <Text span fz="sm" c="dimmed" display="block">
                            {subject}
                          </Text>
                        )}
                        {changeName(change)}
                      </td>
                      <td className={classes.before}>{changeValue(change.name, change.before, theirs) || common.common_none()}</td>
                      <td>{changeValue(change.name, change.after, mine) || common.common_none()}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </SectionCard>
      )
    })}
  </>
)

interface ChangesTabProps {
  readonly version: OfferVersion
  /** As it stands in the editor, saved or not. */
  readonly current: VersionForm
  readonly versions: readonly VersionSummary[]
  readonly against: number | undefined
}

/** What this version changes compared with another: the one on sale unless told. */
export const ChangesTab = ({ version, current, versions, against }: ChangesTabProps) => {
  const navigate = useNavigate()
  const others = versions.filter(({ number }) => number !== version.number)
  const other =
    others.find(({ number }) => number === against) ??
    others.find(({ stage }) => stage === 'current') ??
    others.find(({ number }) => number < version.number) ??
    others[0]
  const { data, error } = useQuery({
    ...read(readOfferVersion, { params: { universe: 'carrier', offer: version.offer.code, number: other?.number ?? 0 } }),
    enabled: other !== undefined,
  })
  if (!other) return <EmptyState title={m.catalog_nothing_to_compare()} />
  const changes = data ? compareVersions(data, current) : []
  return (
    <div className={classes.fields}>
      <Select
        label={m.catalog_compare_with()}
        maw={420}
        allowDeselect={false}
        data={others.map(({ number, stage }) => ({
          value: String(number),
          label: `${m.catalog_version({ number })} · ${stageLabel(stage)}`,
        }))}
        value={String(other.number)}
        onChange={(value) =>
          void navigate({ to: '.', search: ((before: object) => ({ ...before, against: Number(value) })) as never, replace: true })
        }
      />
      {error && !data ? (
        <Alert role="alert" color="red" variant="light">
          {problemMessage(error)}
        </Alert>
      ) : null}
      {!data && !error ? <Skeleton height={240} /> : null}
      {data && changes.length === 0 ? <EmptyState title={m.catalog_no_change()} /> : null}
      {data ? <Changes changes={changes} mine={current} theirs={data} /> : null}
    </div>
  )
}
