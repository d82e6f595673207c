import { groupOpeningHours, type OpeningHours } from '#api/rules/opening-hours'
import * as m from '#messages/companies'
import { formatDay } from '../../../../../platform/format.ts'
import classes from './hours.module.css'
import { weekdayLabel } from './weekday-labels.ts'

/** The week, days with the same hours together, then the exceptional closings. */
export const OpeningHoursView = ({ hours }: { readonly hours: OpeningHours }) => (
  <>
    <dl className={classes.week}>
      {groupOpeningHours(hours).map(({ first, last, slots }) => (
        <div key={first}>
          <dt>
            {first === last
              ? weekdayLabel(first)
              : m.companies_hours_from_to({ first: weekdayLabel(first), last: weekdayLabel(last).toLowerCase() })}
          </dt>
          <dd data-closed={slots.length === 0 || undefined}>
            {slots.length === 0 ? m.companies_hours_closed() : slots.map(({ from, to }) => `${from} – ${to}`).join(', ')}
          </dd>
        </div>
      ))}
    </dl>
    {hours.closings.length > 0 ? (
      <>
        <h3 className={classes.heading}>{m.companies_closings()}</h3>
        <dl className={classes.week}>
          {hours.closings.map((closing) => (
            <div key={`${closing.from} ${closing.label}`}>
              <dt>{closing.label}</dt>
              <dd>
                {closing.from === closing.to
                  ? formatDay(closing.from)
                  : m.companies_closing_from_to({ from: formatDay(closing.from), to: formatDay(closing.to) })}
              </dd>
            </div>
          ))}
        </dl>
      </>
    ) : null}
  </>
)
