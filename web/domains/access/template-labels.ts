import { type Template, templates } from '#api/templates'
import * as m from '#messages/templates'

type Dotless<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : T
type Key = `template_${Dotless<Template>}`

const keyOf = (template: Template): Key => `template_${template.replace('.', '_')}` as Key

/** « Informations société - Modifier ». */
export const templateLabel = (template: Template): string => m[keyOf(template)]()
/** What it opens, in one sentence. */
export const templateDescription = (template: Template): string => m[`${keyOf(template)}_description`]()

/** In the order of the catalogue. */
export const inOrder = (held: readonly Template[]): readonly Template[] => templates.filter((template) => held.includes(template))
