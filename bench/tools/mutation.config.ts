import { defineConfig } from 'vitest/config'

/** The tests that judge pure rules and policies by themselves: no database. */
export default defineConfig({
  test: {
    include: ['api/rules/*.test.ts', 'api/**/rules/**/*.test.ts', 'server/**/*.policy.test.ts'],
    testTimeout: 60_000,
    env: { NODE_ENV: 'test', TZ: 'Europe/Paris' },
  },
})
