/**
 * Patterns that the catalogue's editors write for text characteristics. They are matched by an automaton that reads each character once, so no
 * pattern can make a browser or the server think for long. Understood: literals, `.`, classes `[a-z]` `[^…]`, `\d` `\w` `\s`, groups, `|`,
 * `?` `*` `+` `{n}` `{n,}` `{n,m}`. The whole text must match. No anchors, look-around or back-references.
 */

type Test = (character: string) => boolean
type Node =
  | { readonly kind: 'one'; readonly test: Test }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly minimum: number; readonly maximum: number | null }

export const maximumPatternLength = 200
const maximumStates = 2000

class Wrong extends Error {}

const shorthands: Readonly<Record<string, Test>> = {
  d: (character) => character >= '0' && character <= '9',
  w: (character) => /^\w$/.test(character),
  s: (character) => /^\s$/.test(character),
}

const parse = (pattern: string): Node => {
  const characters = [...pattern]
  let at = 0
  const next = (): string => {
    const character = characters[at++]
    if (character === undefined) throw new Wrong()
    return character
  }
  const escaped = (): { readonly test: Test; readonly literal: string | null } => {
    const character = next()
    const shorthand = Object.hasOwn(shorthands, character) ? shorthands[character] : undefined
    if (shorthand) return { test: shorthand, literal: null }
    if (/[\p{L}\p{N}]/u.test(character)) throw new Wrong()
    return { test: (other) => other === character, literal: character }
  }

  const characterClass = (): Test => {
    const negated = characters[at] === '^'
    if (negated) at++
    const tests: Test[] = []
    for (let character = next(); character !== ']'; character = next()) {
      const { test, literal } = character === '\\' ? escaped() : { test: (other: string) => other === character, literal: character }
      if (literal !== null && characters[at] === '-' && characters[at + 1] !== ']') {
        at++
        const bound = next()
        const to = bound === '\\' ? escaped().literal : bound
        if (to === null || to < literal) throw new Wrong()
        tests.push((other) => other >= literal && other <= to)
      } else tests.push(test)
    }
    if (tests.length === 0) throw new Wrong()
    return (character) => tests.some((test) => test(character)) !== negated
  }

  const atom = (): Node => {
    const character = next()
    if (character === '(') {
      if (characters[at] === '?') {
        if (characters[at + 1] !== ':') throw new Wrong()
        at += 2
      }
      const inside = alternatives()
      if (next() !== ')') throw new Wrong()
      return inside
    }
    if (character === '[') return { kind: 'one', test: characterClass() }
    if (character === '\\') return { kind: 'one', test: escaped().test }
    if (character === '.') return { kind: 'one', test: () => true }
    if ('?*+{}]^$'.includes(character)) throw new Wrong()
    return { kind: 'one', test: (other) => other === character }
  }

  const quantified = (node: Node): Node => {
    const sign = characters[at]
    if (sign === '?' || sign === '*' || sign === '+') {
      at++
      return { kind: 'repeat', node, minimum: sign === '+' ? 1 : 0, maximum: sign === '?' ? 1 : null }
    }
    if (sign !== '{') return node
    const bounds = /^\{(\d{1,3})(?:(,)(\d{1,3})?)?\}/.exec(characters.slice(at, at + 10).join(''))
    if (!bounds) throw new Wrong()
    at += bounds[0].length
    const minimum = Number(bounds[1])
    const maximum = bounds[3] === undefined ? (bounds[2] ? null : minimum) : Number(bounds[3])
    if (maximum !== null && maximum < minimum) throw new Wrong()
    return { kind: 'repeat', node, minimum, maximum }
  }

  const alternatives = (): Node => {
    const options: Node[] = []
    let nodes: Node[] = []
    while (at < characters.length && characters[at] !== ')') {
      if (characters[at] === '|') {
        at++
        options.push({ kind: 'sequence', nodes })
        nodes = []
      } else nodes.push(quantified(atom()))
    }
    options.push({ kind: 'sequence', nodes })
    return { kind: 'choice', nodes: options }
  }

  const whole = alternatives()
  if (at < characters.length) throw new Wrong()
  return whole
}

interface State {
  /** Null: passes without reading. */
  readonly test: Test | null
  to: readonly number[]
}

const assemble = (root: Node): { readonly states: readonly State[]; readonly start: number } => {
  const states: State[] = [{ test: null, to: [] }]
  const add = (test: Test | null, to: readonly number[]): number => {
    if (states.length >= maximumStates) throw new Wrong()
    return states.push({ test, to }) - 1
  }
  const build = (node: Node, to: number): number => {
    if (node.kind === 'one') return add(node.test, [to])
    if (node.kind === 'sequence') return node.nodes.reduceRight((after, inner) => build(inner, after), to)
    if (node.kind === 'choice')
      return add(
        null,
        node.nodes.map((inner) => build(inner, to)),
      )
    let after = to
    if (node.maximum === null) {
      const loop: State = { test: null, to: [] }
      after = add(null, [])
      states[after] = loop
      loop.to = [build(node.node, after), to]
    } else for (let extra = node.minimum; extra < node.maximum; extra++) after = add(null, [build(node.node, after), to])
    for (let times = 0; times < node.minimum; times++) after = build(node.node, after)
    return after
  }
  const start = build(root, 0)
  return { states, start }
}

export interface Pattern {
  /** Does the whole text match? Time grows with its length only. */
  matches(text: string): boolean
}

/** Reads a pattern; null when it is not one of those understood, is too long, or stands for too many possibilities. */
export const readPattern = (pattern: string): Pattern | null => {
  if (pattern.length === 0 || pattern.length > maximumPatternLength) return null
  try {
    const { states, start } = assemble(parse(pattern))
    const reached = (from: Iterable<number>): Set<number> => {
      const seen = new Set<number>()
      const left = [...from]
      for (let state = left.pop(); state !== undefined; state = left.pop()) {
        if (seen.has(state)) continue
        seen.add(state)
        const known = states[state]
        if (known?.test === null) left.push(...known.to)
      }
      return seen
    }
    return {
      matches: (text) => {
        let here = reached([start])
        for (const character of text) {
          const there: number[] = []
          for (const state of here) {
            const known = states[state]
            if (known?.test?.(character)) there.push(...known.to)
          }
          if (there.length === 0) return false
          here = reached(there)
        }
        return here.has(0)
      },
    }
  } catch (error) {
    if (error instanceof Wrong) return null
    throw error
  }
}
