import type { SaleTerms } from '#api/shop/terms/sale-terms'
import * as m from '#messages/orders'
import { formatDayOf } from '../../../../platform/format.ts'
import { isFrench } from '../../../../platform/language.ts'
import classes from '../../orders.module.css'

/** The terms of sale, in a box that scrolls by keyboard too. */
export const SaleTermsText = ({ terms }: { readonly terms: SaleTerms }) => (
  <div>
    <p className={classes.small}>{m.orders_terms_version({ version: terms.version, day: formatDayOf(terms.publishedAt) })}</p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
    <section className={classes.terms} aria-label={m.orders_terms()} tabIndex={0}>
      {(isFrench() ? terms.articles.fr : terms.articles.en).map(({ title, paragraphs }) => (
        <div key={title}>
          <h3>{title}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      ))}
    </section>
  </div>
)
