import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageFiles } from './page-files.ts'

it('reads which file draws which address', () => {
  const source = `
    const sheet = lazyPage(() => import('./company/company-page.tsx'), 'CompanyPage')
    export const companiesRoutes = (universe: UniverseRoute) => {
      const getParentRoute = () => universe
      return [
        createRoute({ getParentRoute, path: pages.company, component: sheet }),
        createRoute({
          getParentRoute,
          path: pages.home,
          validateSearch: (raw: Record<string, unknown>) => ({ ...raw }),
          component: lazyPage(() => import('./home-page.tsx'), 'HomePage'),
        }),
      ] as const
    }
    const notes = { load: () => import('./notes-page.tsx'), name: 'NotesPage' } as const
    export const notesRoutes = (universe: UniverseRoute) =>
      [
        page(universe, { path: pages.notifications, ...notes }),
        page(universe, { path: clientPages.site, load: () => import('./note-page.tsx'), name: 'NotePage' }),
      ] as const
    export const publicRoutes = (root: RootRoute) =>
      [createRoute({ getParentRoute: () => root, path: publicPages.signIn, component: lazyPage(() => import('./sign-in-page.tsx'), 'SignInPage') })] as const
  `
  expect(pageFiles('companies.routes.tsx', source)).toEqual([
    { path: '/$universe/entreprise/ma-societe', file: './company/company-page.tsx' },
    { path: '/$universe', file: './home-page.tsx' },
    { path: '/$universe/notifications', file: './notes-page.tsx' },
    { path: '/$universe/entreprise/clients/$company/sites/$site', file: './note-page.tsx' },
    { path: '/connexion', file: './sign-in-page.tsx' },
  ])
})

it('understands every route of the site', () => {
  const domains = join(import.meta.dirname, '../../web/domains')
  const files = readdirSync(domains, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.routes.tsx'))
  const missed = files.flatMap((file) => {
    const source = readFileSync(join(domains, file), 'utf8')
    const declared = [...source.matchAll(/\b(createRoute|page)\(/g)].length
    const found = pageFiles(file, source).length
    return found === declared ? [] : [`${file}: ${found} of ${declared}`]
  })
  expect(missed).toEqual([])
})
