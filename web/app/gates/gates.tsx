import { lazy, Suspense, useEffect, useState } from 'react'
import { type GateName, registerGate } from '../../platform/gate.ts'
import type { Problem } from '../../platform/problem.ts'

const SignInAgainDialog = lazy(() => import('./sign-in-again-dialog.tsx').then((module) => ({ default: module.SignInAgainDialog })))
const StepUpDialog = lazy(() => import('./step-up-dialog.tsx').then((module) => ({ default: module.StepUpDialog })))

interface Opened {
  readonly name: GateName
  readonly pass: () => void
  readonly giveUp: () => void
}

/** The dialogs on which a request may wait (see platform/gate.ts); loaded the first time that one is needed. */
export const Gates = () => {
  const [opened, setOpened] = useState<readonly Opened[]>([])
  useEffect(() => {
    const open = (name: GateName) => (problem: Problem) =>
      new Promise<void>((resolve, reject) => {
        const close = () => setOpened((list) => list.filter((one) => one.name !== name))
        const pass = () => {
          close()
          resolve()
        }
        const giveUp = () => {
          close()
          reject(problem)
        }
        setOpened((list) => [...list, { name, pass, giveUp }])
      })
    const unregister = [registerGate('signIn', open('signIn')), registerGate('stepUp', open('stepUp'))]
    return () => {
      for (const stop of unregister) stop()
    }
  }, [])
  return (
    <Suspense fallback={null}>
      {opened.map(({ name, pass, giveUp }) => {
        const Dialog = name === 'signIn' ? SignInAgainDialog : StepUpDialog
        return <Dialog key={name} onPass={pass} onGiveUp={giveUp} />
      })}
    </Suspense>
  )
}
