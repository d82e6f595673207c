import { useCallback, useEffect, useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type * as z from 'zod/mini'
import type { Endpoint } from '#api/endpoint'
import { isProblem, type Problem } from '../problem.ts'
import { contractResolver } from './contract-resolver.ts'
import { loadFieldMessage } from './load-field-message.ts'

type Schema = z.core.$ZodType
type BodySchema<S> = S extends Endpoint<Schema, Schema, infer B, Schema> ? B : S extends Schema ? S : never
/** What the form holds: the input side of the schema. */
export type FormValues<S> = z.core.input<BodySchema<S>> & FieldValues

interface Options<V extends FieldValues> {
  readonly defaultValues: DefaultValues<V>
  /** Turns the object that a `version_conflict` carries into form values (its version included), so that the person can merge. */
  readonly fromCurrent?: (current: unknown) => V
}

export interface Conflict<V> {
  /** What was on screen when the person began. */
  readonly base: V
  readonly mine: V
  readonly theirs: V
}

export interface ContractForm<V extends FieldValues> extends UseFormReturn<V> {
  /**
   * `onSubmit` of the form element: checks, runs `send`, puts the server's field errors under their fields and the focus on the first faulty
   * one. After a success the values become the new starting point (not dirty).
   */
  readonly submitWith: (send: (values: V) => Promise<unknown>) => (event?: React.BaseSyntheticEvent) => Promise<void>
  /** What went wrong and belongs to no field; show it with `FormProblem`. */
  readonly problem: Problem | null
  readonly conflict: Conflict<V> | null
  /** Ends a conflict: `values` are the merged ones, to be sent again. */
  readonly resolveConflict: (values: V) => void
  readonly dismissConflict: () => void
}

const hasField = (values: unknown, path: string): boolean => {
  const steps = path.split('.')
  let value: unknown = values
  for (const step of steps) {
    if (typeof value !== 'object' || value === null || !(step in value)) return false
    value = (value as Record<string, unknown>)[step]
  }
  return true
}

const schemaOf = (source: Schema | Endpoint): Schema => {
  if (!('path' in source && 'method' in source)) return source as Schema
  if (!source.body) throw new Error(`${source.path} has no body to fill in.`)
  return source.body
}

/** A form over an endpoint's body (or a schema): checked as typed once a field was left, everything typed kept whatever the answer. */
export const useContractForm = <S extends Schema | Endpoint>(source: S, options: Options<FormValues<S>>): ContractForm<FormValues<S>> => {
  type V = FormValues<S>
  const form = useForm<V>({
    resolver: contractResolver<V>(schemaOf(source)),
    defaultValues: options.defaultValues,
    mode: 'onTouched',
    reValidateMode: 'onChange',
    shouldFocusError: true,
  })
  const [problem, setProblem] = useState<Problem | null>(null)
  const [conflict, setConflict] = useState<Conflict<V> | null>(null)
  const fromCurrent = useRef(options.fromCurrent)
  fromCurrent.current = options.fromCurrent

  useEffect(() => void loadFieldMessage(), [])

  const refuse = useCallback(
    async (error: unknown, mine: V) => {
      if (!isProblem(error)) throw error
      if (error.code === 'version_conflict' && error.current !== undefined && fromCurrent.current) {
        // As typed, like the two others: not in the form in which it is sent.
        setConflict({ base: form.formState.defaultValues as V, mine: form.getValues(), theirs: fromCurrent.current(error.current) })
        return
      }
      const known = error.errors.filter(({ path }) => hasField(mine, path))
      const fieldMessage = await loadFieldMessage()
      for (const [index, { path, code, params }] of known.entries()) {
        form.setError(path as Path<V>, { type: code, message: fieldMessage(code, params) }, { shouldFocus: index === 0 })
      }
      setProblem(known.length > 0 && known.length === error.errors.length ? null : error)
    },
    [form],
  )

  const submitWith: ContractForm<V>['submitWith'] = (send) =>
    form.handleSubmit(async (values) => {
      setProblem(null)
      try {
        await send(values as V)
        form.reset(values as V, { keepValues: true })
      } catch (error) {
        await refuse(error, values as V)
      }
    })

  const resolveConflict = (values: V) => {
    if (!conflict) return
    form.reset(conflict.theirs)
    for (const [name, value] of Object.entries(values)) form.setValue(name as Path<V>, value, { shouldDirty: true })
    setConflict(null)
  }

  // `form` keeps its identity and reads its state through getters: spreading it would freeze them.
  return Object.assign(Object.create(form) as UseFormReturn<V>, {
    formState: form.formState,
    submitWith,
    problem,
    conflict,
    resolveConflict,
    dismissConflict: () => setConflict(null),
  }) as ContractForm<V>
}
