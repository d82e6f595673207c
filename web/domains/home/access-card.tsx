import { IconKey } from '@tabler/icons-react'
import type { Home } from '#api/home/home'
import * as m from '#messages/home'
import { inOrder, templateLabel } from '../access/template-labels.ts'
import classes from './home.module.css'
import { HomeCard } from './home-card.tsx'

interface AccessCardProps {
  readonly access: NonNullable<Home['access']>
}

/** « Vos droits »: what one may do here, and whom to ask for more. */
export const AccessCard = ({ access: { rights, administrators } }: AccessCardProps) => (
  <HomeCard title={m.home_rights()}>
    {rights.length === 0 ? (
      <p className={classes.words}>{m.home_rights_none()}</p>
    ) : (
      <ul className={classes.lines}>
        {rights.map(({ name, templates, sites }) => (
          <li key={name} className={classes.right}>
            <IconKey size={16} stroke={1.6} aria-hidden />
            <span className={classes.what}>
              <span>{templates.length === 0 ? m.home_rights_all() : inOrder(templates).map(templateLabel).join(', ')}</span>
              {sites ? <span className={classes.about}>{m.home_rights_sites({ sites: sites.join(', ') })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    )}
    <p className={classes.words}>
      {administrators.length > 0 ? m.home_rights_ask({ names: administrators.join(', ') }) : m.home_rights_ask_nobody()}
    </p>
  </HomeCard>
)
