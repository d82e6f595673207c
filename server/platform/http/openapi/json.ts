/** A piece of JSON that is an object: of the document, or of a schema in it. */
export type Json = Record<string, unknown>
