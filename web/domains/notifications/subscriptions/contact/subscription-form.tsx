import { Radio, Stack } from '@mantine/core'
import type { LinkProps } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type ContactSubscriptions, digests, type Masks, saveContactSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import type { Universe } from '#api/universes'
import * as common from '#messages/common'
import * as m from '#messages/notifications'
import { call } from '../../../../platform/call.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { isProblem, type Problem } from '../../../../platform/problem.ts'
import { useUniverse } from '../../../../platform/session.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { SectionCard } from '../../../../ui/section-card.tsx'
import { Notice } from '../../notice.tsx'
import shared from '../../notifications.module.css'
import { masksIn, mergeMasks, type SubscriptionValues, sameSubscriptions } from './merge-masks.ts'
import { SubscriptionMatrix } from './subscription-matrix.tsx'

interface SubscriptionFormProps {
  readonly initial: ContactSubscriptions
  readonly back: Pick<LinkProps, 'to' | 'params'>
}

/** The matrix of one contact and how their mails are gathered. */
export const SubscriptionForm = ({ initial, back }: SubscriptionFormProps) => {
  const universe = useUniverse()
  const { universes, isSelf, hasAccess, hasEmail, abilities } = initial
  const [base, setBase] = useState<SubscriptionValues & { readonly version: number }>(initial)
  const [values, setValues] = useState<SubscriptionValues>(initial)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isMerged, setMerged] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const isDirty = !sameSubscriptions(universes, base, values)
  useUnsavedGuard(isDirty && !isSaving)

  // Saved elsewhere while this page is open: what is not touched here follows.
  if (!isSaving && initial.version > base.version) {
    setValues(mergeMasks(universes, base, values, initial))
    setBase(initial)
    if (isDirty) setMerged(true)
  }

  const change = (one: Universe, masks: Masks) => setValues((now) => ({ ...now, masks: { ...now.masks, [one]: masks } }))
  const save = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    setProblem(null)
    try {
      const saved = await call(saveContactSubscriptions, {
        params: { universe, company: initial.company.reference, contact: initial.contactId },
        body: {
          version: base.version,
          masks: Object.fromEntries(universes.map((one) => [one, masksIn(values, one)])),
          digest: values.digest,
        },
      })
      setBase(saved)
      setValues(saved)
      setMerged(false)
      notifySuccess(m.notifications_saved_contact())
    } catch (error) {
      if (!isProblem(error)) throw error
      if (error.code === 'version_conflict' && error.current !== undefined) {
        const current = error.current as ContactSubscriptions
        setValues(mergeMasks(universes, base, values, current))
        setBase(current)
        setMerged(true)
      } else setProblem(error)
    } finally {
      setSaving(false)
    }
  }

  return (
    <form noValidate onSubmit={save}>
      <Stack gap="md">
        <FormProblem problem={problem} />
        {isMerged ? (
          <Notice color="yellow" role="status" title={m.notifications_merged_title()}>
            {m.notifications_merged_clean()}
          </Notice>
        ) : null}
        {abilities.edit ? null : <Notice color="gray">{m.notifications_read_only_contact()}</Notice>}
        {hasAccess ? null : <Notice color="gray">{m.notifications_email_only()}</Notice>}
        {hasEmail ? null : <Notice color="orange">{m.notifications_no_email()}</Notice>}
        <SectionCard
          title={m.notifications_matrix()}
          description={isSelf ? m.notifications_matrix_hint_own() : m.notifications_matrix_hint()}
        >
          <SubscriptionMatrix
            universes={universes}
            masksOf={(one) => masksIn(values, one)}
            hasAccess={hasAccess}
            readOnly={!abilities.edit}
            onChange={change}
          />
        </SectionCard>
        <SectionCard title={m.notifications_digest()} description={m.notifications_digest_hint()}>
          <Radio.Group
            aria-label={m.notifications_digest()}
            value={values.digest}
            onChange={(digest) => setValues((now) => ({ ...now, digest: digests.find((one) => one === digest) ?? now.digest }))}
          >
            <Stack gap="xs">
              {digests.map((digest) => (
                <Radio key={digest} value={digest} label={m[`notifications_digest_${digest}`]()} disabled={!abilities.edit} />
              ))}
            </Stack>
          </Radio.Group>
        </SectionCard>
        <div className={shared.foot}>
          <ButtonLink {...back} variant="default">
            {common.action_back()}
          </ButtonLink>
          {abilities.edit ? <SubmitButton loading={isSaving}>{common.action_save()}</SubmitButton> : null}
        </div>
      </Stack>
    </form>
  )
}
