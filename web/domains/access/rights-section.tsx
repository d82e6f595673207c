import { Skeleton, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { listRights } from '#api/access/rights'
import * as m from '#messages/access'
import { companyLinks } from '../../app/company/company-place.ts'
import { isProblem } from '../../platform/problem.ts'
import { read } from '../../platform/reading/read.ts'
import { useSession, useUniverse } from '../../platform/session.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { ButtonLink } from '../../ui/links.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { RightsTable } from './rights-table.tsx'

/** « Gestion des droits » of a company's sheet: main rights, custom rights, and the way to a new one. */
export const RightsSection = ({ companyReference }: { readonly companyReference: string }) => {
  const universe = useUniverse()
  const session = useSession()
  const { data, error } = useQuery(read(listRights, { params: { universe, company: companyReference } }))
  const link = companyLinks(universe, companyReference, companyReference === session.company.reference)
  const custom = data?.items.filter((right) => right.kind === 'custom') ?? []
  const main = data?.items.filter((right) => right.kind !== 'custom') ?? []
  return (
    <SectionCard
      title={m.access_title()}
      actions={
        data?.abilities.create ? (
          <ButtonLink {...link('newRight')} variant="light" leftSection={<IconPlus size={16} aria-hidden />}>
            {m.access_create()}
          </ButtonLink>
        ) : null
      }
    >
      {isProblem(error) ? <FormProblem problem={error} /> : null}
      {!data && !error ? <Skeleton height={140} /> : null}
      {data ? (
        <Stack gap="lg">
          {main.length > 0 ? <RightsTable title={m.access_main()} rights={main} linkOf={(right) => link('right', { right })} /> : null}
          {custom.length > 0 ? (
            <RightsTable title={m.access_custom()} rights={custom} linkOf={(right) => link('right', { right })} />
          ) : (
            <Text c="dimmed">{m.access_custom_none()}</Text>
          )}
        </Stack>
      ) : null}
    </SectionCard>
  )
}
