import { Switch } from '@mantine/core'
import { useState } from 'react'
import { type Company, requireSecondFactor } from '#api/companies/company/company'
import type { Universe } from '#api/universes'
import * as m from '#messages/companies'
import { call } from '../../../platform/call.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'

/** Whether everybody in the company signs in with a second factor; its administrators decide. */
export const SecondFactorCard = ({ universe, company }: { readonly universe: Universe; readonly company: Company }) => {
  const [isSaving, setSaving] = useState(false)
  const required = company.secondFactorRequired
  const change = async () => {
    const agreed = await confirm(
      required
        ? { title: m.companies_second_factor_off_title(), message: m.companies_second_factor_off_text(), danger: true }
        : { title: m.companies_second_factor_on_title(), message: m.companies_second_factor_on_text() },
    )
    if (!agreed) return
    setSaving(true)
    try {
      await call(requireSecondFactor, { params: { universe, company: company.reference }, body: { required: !required } })
      notifySuccess()
    } catch (error) {
      notifyProblem(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <SectionCard title={m.companies_security()}>
      {company.abilities.requireSecondFactor ? (
        <Switch
          checked={required}
          disabled={isSaving}
          onChange={change}
          label={m.companies_second_factor()}
          description={m.companies_second_factor_hint()}
        />
      ) : (
        <StateBadge
          tone={required ? 'success' : 'neutral'}
          label={required ? m.companies_second_factor_required() : m.companies_second_factor_optional()}
        />
      )}
    </SectionCard>
  )
}
