import { IconChevronRight } from '@tabler/icons-react'
import type { PageLink } from '../../../app/company/company-place.ts'
import { AnchorLink } from '../../../ui/links.tsx'
import classes from '../companies.module.css'

/** Ways on from the sheet, one a line. */
export const LinkList = ({ links }: { readonly links: readonly { readonly label: string; readonly link: PageLink }[] }) => (
  <ul className={classes.links}>
    {links.map(({ label, link }) => (
      <li key={label}>
        <AnchorLink {...link} className={classes.wayOn}>
          {label}
          <IconChevronRight size={16} stroke={1.6} aria-hidden />
        </AnchorLink>
      </li>
    ))}
  </ul>
)
