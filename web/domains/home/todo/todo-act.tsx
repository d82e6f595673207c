import { Button } from '@mantine/core'
import { useState } from 'react'
import type { HomeTodo } from '#api/home/home'
import { pages } from '#api/pages'
import * as m from '#messages/home'
import { call, newIdempotencyKey } from '../../../platform/call.ts'
import { useSession, useUniverse } from '../../../platform/session.ts'
import { ButtonLink } from '../../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { todoText } from './todo-text.ts'

interface TodoActProps {
  readonly line: HomeTodo
  readonly isFirst: boolean
}

const Resend = ({ line, variant }: { readonly line: HomeTodo; readonly variant: string }) => {
  const universe = useUniverse()
  const company = useSession().company.reference
  const [isSending, setSending] = useState(false)
  const send = async () => {
    setSending(true)
    try {
      // With the schemas of a whole page behind it: loaded when it is asked for.
      const { resendInvitation } = await import('#api/identity/users/users')
      await call(resendInvitation, {
        params: { universe, company, login: line.reference ?? '' },
        idempotencyKey: newIdempotencyKey(),
      })
      notifySuccess(m.home_resent({ name: line.name ?? '' }))
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSending(false)
    }
  }
  return (
    <Button size="xs" fullWidth variant={variant} loading={isSending} onClick={() => void send()}>
      {m.home_resend()}
      <span className="visually-hidden"> : {line.name}</span>
    </Button>
  )
}

/** The act itself where one click does it, else the page where it is done. */
export const TodoAct = ({ line, isFirst }: TodoActProps) => {
  const universe = useUniverse()
  const variant = isFirst ? 'filled' : 'default'
  if (line.kind === 'invitation') return <Resend line={line} variant={variant} />
  const props = { size: 'xs', fullWidth: true, variant } as const
  const about = <span className="visually-hidden"> : {todoText(line, universe).title}</span>
  const reference = line.reference ?? ''
  switch (line.kind) {
    case 'decide_order':
      return (
        <ButtonLink {...props} to={pages.order} params={{ universe, order: reference }}>
          {m.home_review()}
          {about}
        </ButtonLink>
      )
    case 'do_step':
      return (
        <ButtonLink {...props} to={pages.order} params={{ universe, order: reference }}>
          {m.home_open_step()}
          {about}
        </ButtonLink>
      )
    case 'answer_request':
      return (
        <ButtonLink {...props} to={pages.request} params={{ universe, request: reference }}>
          {m.home_answer()}
          {about}
        </ButtonLink>
      )
    case 'answer_proposal':
      return (
        <ButtonLink {...props} to={pages.proposals} params={{ universe }}>
          {m.home_answer()}
          {about}
        </ButtonLink>
      )
    case 'mandates':
      return (
        <ButtonLink {...props} to={pages.payments} params={{ universe }}>
          {m.home_open()}
          {about}
        </ButtonLink>
      )
    case 'mails':
      return (
        <ButtonLink {...props} to={pages.sentMails} params={{ universe }} search={{ state: 'failed' }}>
          {m.home_examine()}
          {about}
        </ButtonLink>
      )
    default:
      return (
        <ButtonLink {...props} to={pages.imports} params={{ universe }}>
          {m.home_open()}
          {about}
        </ButtonLink>
      )
  }
}
