import { Alert, Anchor } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { type Session, signOut } from '#api/identity/sign-in/session'
import { publicPages } from '#api/pages'
import * as m from '#messages/identity'
import * as shell from '#messages/shell'
import { call } from '../../../platform/call.ts'
import { language, setLanguage } from '../../../platform/language.ts'
import { isProblem } from '../../../platform/problem.ts'
import { sessionQuery } from '../../../platform/session.ts'
import { lazyPart } from '../../../ui/lazy-part.tsx'
import { PublicFrame } from '../public-frame.tsx'
import { theirLanguage } from './arrive.ts'
import { returnPath } from './return-path.ts'
import { SignInForm } from './sign-in-form.tsx'

const EnrolmentStep = lazyPart(() => import('./enrolment-step.tsx'), 'EnrolmentStep')
const SecondFactorStep = lazyPart(() => import('./second-factor-step.tsx'), 'SecondFactorStep')
const TermsStep = lazyPart(() => import('./terms-step.tsx'), 'TermsStep')

const route = getRouteApi(publicPages.signIn)

const titles: Readonly<Record<Session['next'], () => string>> = {
  second_factor: m.identity_factor_title,
  enrol_second_factor: m.identity_enrol_title,
  accept_terms: m.identity_terms,
  complete: m.identity_no_universe_title,
}
const texts: Readonly<Record<Session['next'], (() => string) | null>> = {
  second_factor: m.identity_factor_text,
  enrol_second_factor: m.identity_enrol_text,
  accept_terms: null,
  complete: m.identity_no_universe_text,
}

/** « Connexion »: the login and password, then whatever the session still asks for, each in its turn. */
export const SignInPage = () => {
  const { retour } = route.useSearch()
  const router = useRouter()
  const client = useQueryClient()
  const session = useQuery(sessionQuery).data ?? null
  const [isOver, setOver] = useState(false)

  const follow = async (next: Session) => {
    setOver(false)
    if (next.next !== 'complete' || next.universes.length === 0) {
      client.setQueryData(sessionQuery.queryKey, next)
      return
    }
    // What an earlier person of this browser saw is not theirs.
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' && queryKey[0] !== 'terms' })
    client.setQueryData(sessionQuery.queryKey, next)
    const href = returnPath(retour) ?? '/'
    const theirs = theirLanguage(next)
    if (theirs === language()) await router.navigate({ href, replace: true })
    else setLanguage(theirs, href)
  }
  /** A stage that lasted too long starts again from the password. */
  const startAgain = (error: unknown) => {
    if (!isProblem(error, 'unauthenticated')) return
    setOver(true)
    client.setQueryData(sessionQuery.queryKey, null)
  }
  const leave = async () => {
    await call(signOut, { silent: true }).catch(() => undefined)
    client.setQueryData(sessionQuery.queryKey, null)
  }

  if (!session)
    return (
      <PublicFrame title={m.identity_sign_in_title()} text={m.identity_sign_in_text()}>
        {isOver ? (
          <Alert role="status" color="orange" variant="light" mb="md">
            {m.identity_ended()}
          </Alert>
        ) : null}
        <SignInForm onSignedIn={follow} />
      </PublicFrame>
    )
  // Signed in, and on the way to the portal: nothing to show but the frame.
  if (session.next === 'complete' && session.universes.length > 0) return null
  const step = { session, onDone: follow, onProblem: startAgain }
  const leaveLink = (
    <Anchor component="button" type="button" fz="sm" mt="md" ta="start" onClick={leave}>
      {session.next === 'complete' ? shell.shell_sign_out() : m.identity_use_other_account()}
    </Anchor>
  )
  return (
    <PublicFrame title={titles[session.next]()} text={texts[session.next]?.()}>
      {session.next === 'second_factor' ? <SecondFactorStep {...step} /> : null}
      {session.next === 'enrol_second_factor' ? <EnrolmentStep {...step} leave={leaveLink} /> : null}
      {session.next === 'accept_terms' ? <TermsStep {...step} onLeave={leave} /> : null}
      {session.next === 'second_factor' || session.next === 'complete' ? leaveLink : null}
    </PublicFrame>
  )
}
