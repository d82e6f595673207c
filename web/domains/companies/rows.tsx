import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import * as m from '#messages/companies'
import type { PageLink } from '../../app/company/company-place.ts'
import { AnchorLink } from '../../ui/links.tsx'
import classes from './companies.module.css'

export interface ObjectRow {
  readonly key: string
  readonly title: string
  /** Beside the title: states. */
  readonly badges?: ReactNode
  readonly text?: ReactNode
  readonly link: PageLink
}

/** Objects of a block, one a line, each with « Voir le détail ». */
export const ObjectRows = ({ label, rows }: { readonly label: string; readonly rows: readonly ObjectRow[] }) => (
  <ul className={classes.rows} aria-label={label}>
    {rows.map((row) => (
      <li key={row.key}>
        <div className={classes.rowMain}>
          <span className={classes.rowTitle}>
            {row.title}
            {row.badges}
          </span>
          {row.text ? <span className={classes.rowText}>{row.text}</span> : null}
        </div>
        <AnchorLink {...row.link} className={classes.rowEnd} aria-label={m.companies_detail_of({ name: row.title })}>
          {m.companies_detail()}
          <IconChevronRight size={15} aria-hidden />
        </AnchorLink>
      </li>
    ))}
  </ul>
)
