import { readTerms } from '#api/identity/sign-in/session'
import { say } from '#api/languages'
import { db } from '../../../platform/db/query.ts'
import { found } from '../../../platform/db/questions.ts'
import { publicRoute, type Route } from '../../../platform/http/route.ts'
import { readArticles } from './articles.ts'

const current = db.selectFrom('terms_versions').selectAll().orderBy('published_at', 'desc').orderBy('version', 'desc').limit(1)

export const termsRoutes: Route[] = [
  publicRoute(readTerms, async ({ identity }, { query }) => {
    const { terms } = await identity.read({ terms: found(current) })
    const language = query?.language ?? 'fr'
    return {
      version: terms.version,
      publishedAt: terms.published_at.toISOString(),
      language,
      articles: readArticles(say({ fr: terms.body_fr, en: terms.body_en }, language)),
    }
  }),
]
