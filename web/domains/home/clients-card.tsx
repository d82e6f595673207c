import { Link } from '@tanstack/react-router'
import type { HomeClient } from '#api/home/home'
import { clientPages, pages } from '#api/pages'
import * as m from '#messages/home'
import { useUniverse } from '../../platform/session.ts'
import { AnchorLink } from '../../ui/links.tsx'
import classes from './home.module.css'
import { HomeCard } from './home-card.tsx'

/** « Par client »: a partner's clients for whom something runs, those in trouble first. */
export const ClientsCard = ({ clients }: { readonly clients: readonly HomeClient[] }) => {
  const universe = useUniverse()
  return (
    <HomeCard
      title={m.home_clients()}
      end={
        <AnchorLink to={pages.clients} params={{ universe }}>
          {m.home_all_clients()}
        </AnchorLink>
      }
    >
      <ul className={classes.lines}>
        {clients.map(({ company, running, late, toDecide }) => (
          <li key={company.reference} className={classes.client}>
            <span className={classes.what}>
              <Link to={clientPages.company} params={{ universe, company: company.reference }} className={classes.name}>
                {company.name}
              </Link>
              <span className={classes.about}>{m.home_client_running({ count: running })}</span>
            </span>
            <span className={classes.marks}>
              {late > 0 ? <span className={classes.late}>{m.home_late_count({ count: late })}</span> : null}
              {toDecide > 0 ? <span className={classes.amber}>{m.home_client_decide({ count: toDecide })}</span> : null}
            </span>
          </li>
        ))}
      </ul>
    </HomeCard>
  )
}
