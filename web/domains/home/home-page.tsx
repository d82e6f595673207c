import { Text, ThemeIcon, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import * as m from '#messages/shell'
import { homeCounts } from '../../app/home/home-counts.ts'
import { homePanelsFor } from '../../app/home/home-panels.ts'
import { modulesFor } from '../../app/modules.ts'
import { universeHomeLabel } from '../../app/universe-labels.ts'
import { gather } from '../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import classes from './home-page.module.css'

/** « Mon Univers … »: one tile per module that the person may open, with what waits for them. */
export const HomePage = () => {
  const session = useSession()
  const universe = useUniverse()
  const counts = useQuery(gather('home', 'counts', { universe }, (signal) => homeCounts(universe, signal)))
  const modules = modulesFor(session, universe)
  return (
    <Page title={universeHomeLabel(universe)} subtitle={`${session.company.name} · ${session.company.reference}`}>
      {modules.length === 0 ? <EmptyState title={m.shell_no_module_title()} description={m.shell_no_module_text()} /> : null}
      <ul className={classes.tiles}>
        {modules.map((module) => (
          <li key={module.key} className={classes.tile}>
            <div className={classes.head}>
              <ThemeIcon size={36} radius="md" variant="light" aria-hidden>
                <module.icon size={20} stroke={1.6} />
              </ThemeIcon>
              <Title order={2}>{(module.tileLabel ?? module.label)()}</Title>
            </div>
            <ul className={classes.links}>
              {module.entries.map((entry) => {
                const waiting = counts.data?.[entry.key] ?? 0
                return (
                  <li key={entry.key}>
                    <Link to={entry.to} params={{ universe }} className={classes.link}>
                      {entry.label()}
                      {waiting > 0 ? (
                        <Text component="span" className={classes.count}>
                          <span aria-hidden>{waiting > 99 ? '99+' : waiting}</span>
                          <span className="visually-hidden">{m.home_waiting({ count: waiting })}</span>
                        </Text>
                      ) : null}
                    </Link>
                  </li>
                )
              })}
            </ul>
          </li>
        ))}
      </ul>
      {homePanelsFor(session, universe).map(({ key, Panel }) => (
        <Suspense key={key} fallback={null}>
          <Panel universe={universe} />
        </Suspense>
      ))}
    </Page>
  )
}
