import { useHolds } from '../../platform/session.ts'
import type { Crumb } from '../../ui/page.tsx'

/** Subscriptions are open to everybody, the company's sheet and its contacts to who may read them: to the others its crumbs are words only. */
export const useOpenCrumbs = (crumbs: readonly Crumb[]): readonly Crumb[] => {
  const mayOpen = useHolds()('company.read')
  return mayOpen ? crumbs : crumbs.map(({ label }) => ({ label }))
}
