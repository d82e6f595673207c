import { AsyncLocalStorage } from 'node:async_hooks'

/** Flag of a job that came back with a backup. */
export const restoredFlag = 'restored'

const runs = new AsyncLocalStorage<true>()

/** Runs work that may have been done once already, after the backup it comes from was taken. */
export const asRestored = <T>(work: () => T): T => runs.run(true, work)

/** True inside such work: its transactions tell the database, which keeps the mails that they write instead of sending them. */
export const isRestoredRun = (): boolean => runs.getStore() === true
