import type { Universe } from '#api/universes'
import type { Scope } from '../../platform/context.ts'

type Entered = Omit<Scope, 'universe' | 'stepUpUntil' | 'isEndClient'> & { readonly stepUpUntil: string | null; readonly dbRole: string }

/** Makes the scope of what the database said on entering. The only place that does. */
export const mintScope = (entered: unknown, universe: Universe): Scope => {
  const { stepUpUntil, dbRole, ...rest } = entered as Entered
  return {
    ...rest,
    universe,
    stepUpUntil: stepUpUntil ? new Date(stepUpUntil) : null,
    isEndClient: dbRole.endsWith('u_end_client'),
  } as Scope
}
