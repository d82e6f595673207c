import { defineConfig } from '@playwright/test'
import { chromiumPath, desktop, quietFlags } from './e2e/rig/browser.ts'

process.env.NODE_ENV = 'test'
process.env.TZ = 'Europe/Paris'

/** Journeys in a real browser; each file has a portal of its own, and two of them are told side by side. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/journeys',
  globalSetup: './e2e/rig/global-setup.ts',
  workers: 2,
  timeout: 120_000,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: chromiumPath ?? undefined, args: [...quietFlags] },
    viewport: desktop,
    colorScheme: 'light',
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    navigationTimeout: 15_000,
    // Filming every page would take as long as telling it: the trace keeps what the page was made of, and the last picture stands beside it.
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
})
