import { Problem } from '../problem.ts'
import type { Query } from './query.ts'

/** A query of which only the first row is wanted. */
export interface First<O> {
  readonly first: Query<O>
}

/** A query whose first row must be there. */
export interface Found<O> {
  readonly found: Query<O>
}

/** What may be asked under a name: a query (all its rows), its first row, a row that must be there, or nothing (a query that the reader may not run). */
export type Question = Query | First<unknown> | Found<unknown> | null
export type Questions = Readonly<Record<string, Question>>

type AnswerTo<Q> = Q extends null
  ? null
  : Q extends Found<infer O>
    ? O
    : Q extends First<infer O>
      ? O | undefined
      : Q extends Query<infer O>
        ? O[]
        : never

/** The answers, under the names of the questions. */
export type AnswersTo<Q extends Questions> = { readonly [K in keyof Q]: AnswerTo<Q[K]> }

/** Asks for the first row, if any. */
export const first = <O>(query: Query<O>): First<O> => ({ first: query })

/** Asks for a row without which there is nothing to answer: the read ends with the problem `not_found`. */
export const found = <O>(query: Query<O>): Found<O> => ({ found: query })

const queryOf = (question: Exclude<Question, null>): Query => {
  if ('found' in question) return question.found
  return 'first' in question ? question.first : question
}

/** The queries to run, in order. */
export const queriesOf = (questions: Questions): Query[] =>
  Object.values(questions).flatMap((question) => (question === null ? [] : [queryOf(question)]))

/** The rows of `queriesOf(questions)`, as answers. @throws Problem not_found */
export const answersTo = <Q extends Questions>(questions: Q, rows: readonly (readonly unknown[])[]): AnswersTo<Q> => {
  let next = 0
  const answers = Object.entries(questions).map(([name, question]) => {
    if (question === null) return [name, null]
    const own = rows[next++] ?? []
    if ('found' in question && own.length === 0) throw new Problem('not_found')
    return [name, 'found' in question || 'first' in question ? own[0] : own]
  })
  return Object.fromEntries(answers)
}
