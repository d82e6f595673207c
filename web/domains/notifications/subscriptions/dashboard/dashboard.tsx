import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useCallback, useEffect, useRef, useState } from 'react'
import { notificationCategories } from '#api/notifications/notification-categories'
import { type Subscriber, type Subscriptions, saveNotificationSubscriptions } from '#api/notifications/subscriptions/subscriptions'
import * as common from '#messages/common'
import * as m from '#messages/notifications'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import { call } from '../../../../platform/call.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { isProblem, type Problem } from '../../../../platform/problem.ts'
import { useListState } from '../../../../ui/data-list/use-list-state.ts'
import { EmptyState } from '../../../../ui/empty-state.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { Notice } from '../../notice.tsx'
import classes from './dashboard.module.css'
import { DashboardCards } from './dashboard-cards.tsx'
import { DashboardFilters, plain } from './dashboard-filters.tsx'
import { DashboardTable } from './dashboard-table.tsx'
import { changedContacts, countChanges, type Draft, toggled, toggledAll, versionsOf } from './draft.ts'
import { type SaveAnswer, SaveReport } from './save-report.tsx'

const nothing: Draft = new Map()

/** Every contact of a company, their subscriptions in one universe, saved at once. */
export const Dashboard = ({ place, data }: { readonly place: CompanyPlace; readonly data: Subscriptions }) => {
  const { values } = useListState()
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const [draft, setDraft] = useState<Draft>(nothing)
  const [answer, setAnswer] = useState<SaveAnswer | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isSaving, setSaving] = useState(false)
  const begun = useRef(versionsOf(data.contacts))
  const isUntouched = draft.size === 0
  useEffect(() => {
    if (isUntouched) begun.current = versionsOf(data.contacts)
  }, [isUntouched, data.contacts])
  const count = countChanges(draft, data.contacts, data.universes)
  useUnsavedGuard(count > 0 && !isSaving)

  const universe =
    data.universes.find((one) => one === values.universe) ??
    data.universes.find((one) => one === place.universe) ??
    data.universes[0] ??
    place.universe
  const wanted = values.category?.split(',') ?? []
  const picked = notificationCategories.filter((category) => wanted.includes(category))
  const categories = picked.length > 0 ? picked : notificationCategories
  const name = plain(values.q ?? '')
  const contacts = name ? data.contacts.filter((contact) => plain(contact.name).includes(name)) : data.contacts

  const toggle = useCallback(
    (contact: Subscriber, bits: number, on: boolean) => setDraft((now) => toggled(now, universe, contact, bits, on)),
    [universe],
  )
  const toggleAll = (bits: number, on: boolean) => setDraft((now) => toggledAll(now, universe, contacts, bits, on))

  const save = async () => {
    setSaving(true)
    setProblem(null)
    try {
      const saved = await call(saveNotificationSubscriptions, {
        params: { universe: place.universe, company: place.company },
        body: { contacts: changedContacts(draft, data.contacts, data.universes, begun.current) },
      })
      setDraft(nothing)
      setAnswer(saved)
    } catch (error) {
      if (!isProblem(error)) throw error
      setProblem(error)
    } finally {
      setSaving(false)
    }
  }

  if (data.contacts.length === 0) return <EmptyState title={m.notifications_no_contact()} description={m.notifications_no_contact_hint()} />
  const View = isNarrow ? DashboardCards : DashboardTable
  return (
    <>
      {answer ? <SaveReport answer={answer} onClose={() => setAnswer(null)} /> : null}
      <FormProblem problem={problem} />
      {data.abilities.edit ? null : (
        <Notice color="gray" mb="md">
          {data.contacts.some(({ abilities }) => abilities.edit) ? m.notifications_read_only_own() : m.notifications_read_only_dashboard()}
        </Notice>
      )}
      <div className={classes.frame}>
        <DashboardFilters universe={universe} universes={data.universes} picked={picked} />
        {contacts.length > 0 ? (
          <View contacts={contacts} categories={categories} universe={universe} draft={draft} onToggle={toggle} onToggleAll={toggleAll} />
        ) : (
          <EmptyState title={m.notifications_no_match()} description={common.list_no_match_hint()} />
        )}
        <div className={classes.foot}>
          <span role="status">
            {m.notifications_changes({ count })} · {m.notifications_contacts_shown({ count: contacts.length })}
          </span>
          <div className={classes.buttons}>
            <Button variant="default" disabled={count === 0 || isSaving} onClick={() => setDraft(nothing)}>
              {common.action_cancel()}
            </Button>
            <Button disabled={count === 0} loading={isSaving} onClick={() => void save()}>
              {common.action_save()}
            </Button>
          </div>
        </div>
      </div>
    </>
  )
}
