import { defineConfig } from 'vitest/config'

/** Tests of the server that need no database. */
const withoutDatabase = ['server/testing/architecture.test.ts', 'server/**/*.policy.test.ts']
const environment = {
  testTimeout: 20_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 10_000 } },
  env: { NODE_ENV: 'test', TZ: 'Europe/Paris' },
}

/** Two workers, like the two cores the suite is measured on; journeys have a runner of their own (`playwright.config.ts`). */
export default defineConfig({
  test: {
    maxWorkers: 2,
    // A worker loads the portal once and tells its files one after the other: a test leaves nothing behind that another would find.
    isolate: false,
    projects: [
      {
        test: {
          ...environment,
          name: 'pure',
          include: ['api/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', ...withoutDatabase],
        },
      },
      {
        test: {
          ...environment,
          name: 'server',
          include: ['server/**/*.test.ts', 'database/**/*.test.ts'],
          exclude: withoutDatabase,
          globalSetup: ['server/testing/global-setup.ts'],
        },
      },
    ],
  },
})
