import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { notificationCategories } from '#api/notifications/notification-categories'
import { type CompanyAddresses, saveCompanyAddresses } from '#api/notifications/subscriptions/subscriptions'
import { notificationWords } from '#api/notifications/words'
import * as common from '#messages/common'
import * as m from '#messages/notifications'
import type { CompanyPlace } from '../../../../app/company/company-place.ts'
import { universeLabel } from '../../../../app/universe-labels.ts'
import { call } from '../../../../platform/call.ts'
import { useContractForm } from '../../../../platform/form/use-contract-form.ts'
import { useUnsavedGuard } from '../../../../platform/form/use-unsaved-guard.ts'
import { useHolds } from '../../../../platform/session.ts'
import { words } from '../../../../platform/words.ts'
import { SubmitButton } from '../../../../ui/acts/submit-button.tsx'
import { EmailField } from '../../../../ui/fields/email-field.tsx'
import { FormProblem } from '../../../../ui/form-problem.tsx'
import { ButtonLink } from '../../../../ui/links.tsx'
import { notifySuccess } from '../../../../ui/notify.tsx'
import { CategoryHead } from '../../category-head.tsx'
import { Notice } from '../../notice.tsx'
import { categoryLabel } from '../../notification-labels.ts'
import shared from '../../notifications.module.css'
import { addressValues, type Clash, mergeAddresses } from './address-values.ts'
import classes from './company.module.css'

interface AddressesFormProps {
  readonly place: CompanyPlace
  readonly initial: CompanyAddresses
}

/** One address per category and universe, the universes side by side. */
export const AddressesForm = ({ place, initial }: AddressesFormProps) => {
  const { universes, abilities } = initial
  const isNarrow = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false })
  const mayOpenSheet = useHolds()('company.read')
  const [clashes, setClashes] = useState<readonly Clash[] | null>(null)
  const form = useContractForm(saveCompanyAddresses, {
    defaultValues: addressValues(initial),
    fromCurrent: (current) => addressValues(current as CompanyAddresses),
  })
  const { isDirty, isSubmitting } = form.formState
  const { conflict, resolveConflict } = form
  useUnsavedGuard(isDirty && !isSubmitting)

  // What another person saved shows at once while nothing is being typed here.
  useEffect(() => {
    if (!form.formState.isDirty) form.reset(addressValues(initial))
  }, [initial, form.reset, form.formState.isDirty])

  useEffect(() => {
    if (!conflict) return
    const merged = mergeAddresses(universes, conflict)
    resolveConflict(merged.values)
    setClashes(merged.clashes)
  }, [conflict, resolveConflict, universes])

  const save = form.submitWith(async (body) => {
    const saved = await call(saveCompanyAddresses, { params: { universe: place.universe, company: place.company }, body })
    form.setValue('version', saved.version)
    setClashes(null)
    notifySuccess(m.notifications_company_saved())
  })

  const field = (universe: (typeof universes)[number], category: (typeof notificationCategories)[number], label: React.ReactNode) => (
    <EmailField
      form={form}
      name={`addresses.${universe}.${category}`}
      label={label}
      readOnly={!abilities.edit}
      placeholder={abilities.edit ? undefined : m.notifications_no_address()}
      maxLength={254}
    />
  )
  return (
    <form noValidate onSubmit={save}>
      <FormProblem problem={form.problem} />
      {clashes ? (
        <Notice color="yellow" title={m.notifications_merged_title()} mb="md" role="status">
          {clashes.length === 0 ? m.notifications_merged_clean() : m.notifications_merged_fields()}
          {clashes.length > 0 ? (
            <ul>
              {clashes.map(({ universe, category, theirs }) => (
                <li key={`${universe}.${category}`}>
                  {m.notifications_address_label({ category: categoryLabel(category), universe: universeLabel(universe) })} :{' '}
                  {theirs || m.notifications_no_address()}
                </li>
              ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      {isNarrow ? (
        <div className={classes.stack}>
          {notificationCategories.map((category) => (
            <fieldset key={category} className={classes.group}>
              <legend>
                <CategoryHead category={category} />
              </legend>
              {universes.map((universe) => (
                <div key={universe}>{field(universe, category, universeLabel(universe))}</div>
              ))}
            </fieldset>
          ))}
        </div>
      ) : (
        <div className={shared.scroll}>
          <table className={shared.table}>
            <thead>
              <tr>
                <th scope="col">{words(notificationWords.category)}</th>
                {universes.map((universe) => (
                  <th key={universe} scope="col">
                    {universeLabel(universe)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {notificationCategories.map((category) => (
                <tr key={category}>
                  <th scope="row" className={classes.rowHead}>
                    <CategoryHead category={category} />
                  </th>
                  {universes.map((universe) => (
                    <td key={universe} className={classes.cell}>
                      {field(
                        universe,
                        category,
                        <span className="visually-hidden">
                          {m.notifications_address_label({ category: categoryLabel(category), universe: universeLabel(universe) })}
                        </span>,
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={shared.foot}>
        <ButtonLink {...(mayOpenSheet ? place.link('company') : place.link('contactsNotifications'))} variant="default">
          {common.action_back()}
        </ButtonLink>
        {abilities.edit ? <SubmitButton loading={isSubmitting}>{common.action_save()}</SubmitButton> : null}
      </div>
    </form>
  )
}
