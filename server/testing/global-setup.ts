import type { TestProject } from 'vitest/node'
import { startTestServer } from './test-server.ts'

/** The database server of a run, whose address the test files are given. */
export const setup = async (project: TestProject) => {
  const server = await startTestServer()
  project.provide('databaseUrl', server.url)
  return server.stop
}
