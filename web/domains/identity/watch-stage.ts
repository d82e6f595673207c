import { publicPages } from '#api/pages'
import { isProblem } from '../../platform/problem.ts'
import { queryClient } from '../../platform/query-client.ts'

const due = ['second_factor_required', 'second_factor_enrolment_required', 'terms_not_accepted'] as const

/**
 * A session may go back a stage while pages are open: new terms of use were published, for instance. The sign-in page then asks for what is due
 * and brings the person back.
 */
export const watchStage = (): void => {
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'error') return
    const { error } = event.action
    if (location.pathname === publicPages.signIn || !due.some((code) => isProblem(error, code))) return
    location.assign(`/connexion?retour=${encodeURIComponent(location.pathname + location.search)}`)
  })
}
