import { Skeleton, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { explainRights } from '#api/access/rights'
import type { Universe } from '#api/universes'
import * as m from '#messages/access'
import { isProblem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { SectionCard } from '../../../ui/section-card.tsx'
import { CouldDo } from './could-do.tsx'

interface PersonCouldProps {
  readonly universe: Universe
  readonly company: string
  readonly login: string
}

/** On a person's page: what they may do, all their rights together. */
export const PersonCould = ({ universe, company, login }: PersonCouldProps) => {
  const { data, error } = useQuery(read(explainRights, { params: { universe, company, login } }))
  const held = (data?.universes ?? []).flatMap(({ universe: where, templates }) =>
    templates
      .filter(({ granted }) => granted)
      .map(({ template, allSites, sites }) => ({ universe: where, templates: [template], allSites, sites })),
  )
  return (
    <SectionCard title={m.access_can()} description={data && !data.complete ? m.access_why_partial() : undefined} quiet>
      {isProblem(error) && !data ? <FormProblem problem={error} /> : null}
      {!data && !error ? <Skeleton height={120} /> : null}
      {data?.state === 'suspended' ? <Text c="dimmed">{m.access_can_suspended()}</Text> : null}
      {data && data.state !== 'suspended' ? (
        <CouldDo held={held} everything={data.isAdministrator} nothing={m.access_can_nothing()} />
      ) : null}
    </SectionCard>
  )
}
