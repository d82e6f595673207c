import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './app/look/fonts.css'
import './app/look/styles.css'
import { followSession } from './app/follow-session.ts'
import { Portal } from './app/portal.tsx'
import { router } from './app/router.tsx'

// The portal was upgraded since this page opened: the parts it had not loaded yet are gone, the new page has its own.
addEventListener('vite:preloadError', (event) => {
  const last = Number(sessionStorage.getItem('reloaded-at'))
  if (Date.now() - last < 30_000) return
  sessionStorage.setItem('reloaded-at', String(Date.now()))
  event.preventDefault()
  location.reload()
})
followSession()

// The page's own code is asked for beside the session, not after it. Without it the page says so itself.
for (const { routeId } of router.matchRoutes(router.latestLocation))
  router.loadRouteChunk(router.routesById[routeId as keyof typeof router.routesById])?.catch(() => undefined)

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Portal />
    </StrictMode>,
  )
}
