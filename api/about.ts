import * as z from 'zod/mini'

interface Words<V> {
  readonly format?: string
  readonly examples?: readonly V[]
}

/**
 * What a reader of the API's document is told of a schema, with examples that fit it. A statement beside the declaration, of which the site keeps
 * nothing: the bundler drops a call without effects whose value nobody takes, and the one effect here is for the document.
 */
// @__NO_SIDE_EFFECTS__
export function about<S extends z.core.$ZodType>(schema: S | undefined, description: string, words: Words<z.core.input<S>> = {}): void {
  if (schema) z.globalRegistry.add(schema, { description, ...words })
}
