import { parseSync } from 'vite'
import { clientPages, pages, publicPages } from '#api/pages'

type Node = Readonly<Record<string, unknown>> & { readonly type: string }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** A node and all under it. */
const walk = function* (node: Node): Generator<Node> {
  yield node
  for (const value of Object.values(node)) for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* walk(child)
}
const nameOf = (node: unknown): string => (isNode(node) && node.type === 'Identifier' ? String(node.name) : '')
const textOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'Literal' && typeof node.value === 'string' ? node.value : null
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = { pages, clientPages, publicPages }
/** An address as a route says it: `pages.order`. */
const addressOf = (node: unknown): string | null =>
  isNode(node) && node.type === 'MemberExpression' ? (tables[nameOf(node.object)]?.[nameOf(node.property)] ?? null) : null
const callsOf = (node: Node, callee: string): Node[] =>
  [...walk(node)].filter((one) => one.type === 'CallExpression' && nameOf(one.callee) === callee)
const propertyOf = (object: Node, name: string): unknown =>
  (object.properties as readonly unknown[]).find((one): one is Node => isNode(one) && nameOf(one.key) === name)?.value

/** The file that `lazyPage(() => import('./x.tsx'), 'X')` loads. */
const importedBy = (node: unknown): string | null => {
  if (!isNode(node)) return null
  const found = [...walk(node)].find((one) => one.type === 'ImportExpression')
  return found ? textOf(found.source) : null
}

export interface PageFile {
  /** As in the router: `/$universe/entreprise/clients/$company`. */
  readonly path: string
  /** As imported by the file of routes. */
  readonly file: string
}

/**
 * Which file draws which address, read from a `<noun>.routes.tsx`: every `page`, and every `createRoute` whose `component` is a `lazyPage`, inside
 * a function that takes the `universe` or the `root` as its parent.
 */
export const pageFiles = (name: string, source: string): PageFile[] => {
  const program = parseSync(name, source).program as unknown as Node
  const pages = new Map<string, string>()
  const shared = new Map<string, Node>()
  for (const node of walk(program)) {
    const file =
      node.type === 'VariableDeclarator' && isNode(node.init) && nameOf(node.init.callee) === 'lazyPage' ? importedBy(node.init) : null
    if (file !== null) pages.set(nameOf(node.id), file)
    if (node.type === 'VariableDeclarator' && isNode(node.init)) shared.set(nameOf(node.id), node.init)
  }
  /** What a page says itself, or in a constant that several pages share. */
  const saidBy = (options: Node, name: string): unknown => {
    const own = propertyOf(options, name)
    if (own !== undefined) return own
    for (const part of options.properties as readonly Node[]) {
      const spread = part.type === 'SpreadElement' ? shared.get(nameOf(part.argument)) : undefined
      const found = spread && [...walk(spread)].find((one) => one.type === 'ObjectExpression')
      const said = found && propertyOf(found, name)
      if (said !== undefined) return said
    }
    return undefined
  }
  return [...walk(program)].flatMap((node) => {
    if (node.type !== 'ArrowFunctionExpression') return []
    const [parent] = (node.params as readonly unknown[]).map(nameOf)
    if (parent !== 'universe' && parent !== 'root') return []
    return [...callsOf(node, 'createRoute'), ...callsOf(node, 'page')].flatMap((call) => {
      const options = (call.arguments as readonly unknown[]).at(-1)
      if (!isNode(options)) return []
      const path = addressOf(propertyOf(options, 'path'))
      const component = propertyOf(options, 'component')
      const file = pages.get(nameOf(component)) ?? importedBy(component ?? saidBy(options, 'load'))
      if (path === null || file === null) return []
      return [{ path, file }]
    })
  })
}
