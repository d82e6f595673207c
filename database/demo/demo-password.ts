import { hash } from '@node-rs/argon2'

/** Password of every demonstration login. Public: a demonstration holds nothing to protect. */
export const demoPassword = 'Demo-2026!'

/** Hashed once per load: every login shares it. */
export const hashDemoPassword = (): Promise<string> => hash(demoPassword, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
