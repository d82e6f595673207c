import { Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './home.module.css'

interface HomeCardProps {
  readonly title: string
  /** Beside the title: a count, a few words. */
  readonly beside?: ReactNode
  /** At the right of the title: a link, what is late. */
  readonly end?: ReactNode
  /** A heading on the page, with its card under it. */
  readonly isBare?: boolean
  readonly children: ReactNode
}

/** A block of the home page, whose rows reach its edges. */
export const HomeCard = ({ title, beside, end, isBare, children }: HomeCardProps) => {
  const id = useId()
  const head = (
    <div className={classes.head}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {beside}
      {end ? <div className={classes.end}>{end}</div> : null}
    </div>
  )
  return (
    <section aria-labelledby={id} className={isBare ? classes.bare : classes.card}>
      {head}
      {isBare ? <div className={classes.card}>{children}</div> : children}
    </section>
  )
}
