import { Breadcrumbs, Group, Text, Title } from '@mantine/core'
import type { LinkProps } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import * as m from '#messages/shell'
import { useUniverse } from '../platform/session.ts'
import { AnchorLink } from './links.tsx'
import classes from './page.module.css'

export interface Crumb {
  readonly label: string
  readonly to?: LinkProps['to']
  readonly params?: Readonly<Record<string, string>>
  readonly search?: Readonly<Record<string, string>>
}

export interface PageProps {
  readonly title: string
  /** Beside the title: usually a StateBadge. */
  readonly badge?: ReactNode
  /** After the badge: the star of an object that one keeps. */
  readonly mark?: ReactNode
  /** Under the title: reference, who, where. */
  readonly subtitle?: ReactNode
  /** Ancestors between the home page and this one; the page itself is not repeated. */
  readonly breadcrumb?: readonly Crumb[]
  /** Buttons at the top right, the main one last. */
  readonly actions?: ReactNode
  /** Title of the tab when it differs. */
  readonly documentTitle?: string
  /** Narrow reading width, for forms. */
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** Frame of every page under a universe: breadcrumb, title, actions, and the tab's title. */
export const Page = ({ title, badge, mark, subtitle, breadcrumb, actions, documentTitle, narrow, children }: PageProps) => {
  const universe = useUniverse()
  useEffect(() => {
    document.title = `${documentTitle ?? title} · MyOpenIP`
  }, [documentTitle, title])
  return (
    <div className={classes.page} data-narrow={narrow || undefined}>
      <header className={classes.head}>
        <div className={classes.titles}>
          {breadcrumb ? (
            <nav aria-label={m.shell_breadcrumb()} className="no-print">
              <Breadcrumbs separatorMargin={8} className={classes.crumbs}>
                <AnchorLink to="/$universe" params={{ universe }} activeOptions={{ exact: true }}>
                  {m.shell_home()}
                </AnchorLink>
                {breadcrumb.map(({ label, to, params, search }) =>
                  to ? (
                    <AnchorLink
                      key={label}
                      to={to}
                      params={{ universe, ...params }}
                      activeOptions={{ exact: true }}
                      {...(search ? { search: search as never } : {})}
                    >
                      {label}
                    </AnchorLink>
                  ) : (
                    <Text key={label} component="span" c="dimmed">
                      {label}
                    </Text>
                  ),
                )}
              </Breadcrumbs>
            </nav>
          ) : null}
          <Group gap="sm">
            <Title order={1}>{title}</Title>
            {badge}
            {mark}
          </Group>
          {subtitle ? (
            <Text c="dimmed" component="div" className="tabular">
              {subtitle}
            </Text>
          ) : null}
        </div>
        {actions ? <Group className={`${classes.actions} no-print`}>{actions}</Group> : null}
      </header>
      {children}
    </div>
  )
}
