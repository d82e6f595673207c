import { passGate } from './gate.ts'
import { isProblem } from './problem.ts'

/**
 * Runs an act that may need a fresh confirmation of identity. `call` asks by itself; this is for what does not go through `call` (uploads,
 * downloads). Rejects with the problem when the person gives up.
 */
export const withStepUp = async <T>(act: () => Promise<T>): Promise<T> => {
  try {
    return await act()
  } catch (error) {
    if (!isProblem(error, 'step_up_required')) throw error
    await passGate('stepUp', error)
    return act()
  }
}
