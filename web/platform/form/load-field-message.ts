import { Problem, problemMessage } from '../problem.ts'

type FieldMessage = (code: string, params?: Readonly<Record<string, string | number>>) => string

/**
 * The texts of faulty fields, loaded beside the form rather than before it: nothing is faulty yet when a page opens. Without network, the
 * fields say so.
 */
export const loadFieldMessage = async (): Promise<FieldMessage> => {
  try {
    return (await import('../field-message.ts')).fieldMessage
  } catch {
    return () => problemMessage(new Problem({ code: 'network', status: 0 }))
  }
}
