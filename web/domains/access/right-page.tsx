import { Button, Group, Stack, Text } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { deleteRight, listRights, readRight } from '#api/access/rights'
import * as m from '#messages/access'
import * as common from '#messages/common'
import { sheetCrumbs } from '../../app/company/company-crumbs.ts'
import { companyAt, useCompanyPlace } from '../../app/company/company-place.ts'
import { universeRoleLabel } from '../../app/universe-labels.ts'
import { call } from '../../platform/call.ts'
import type { Place } from '../../platform/reading/place.ts'
import { read } from '../../platform/reading/read.ts'
import { confirm } from '../../ui/confirm-dialog.tsx'
import { DescriptionList } from '../../ui/description-list.tsx'
import { AnchorLink, ButtonLink } from '../../ui/links.tsx'
import { notifyProblem, notifySuccess } from '../../ui/notify.tsx'
import { Page } from '../../ui/page.tsx'
import { SectionCard } from '../../ui/section-card.tsx'
import { UserStateBadge } from '../companies/contacts/user-state-badge.tsx'
import classes from './access.module.css'
import { deleteWarning, sitesText } from './right-texts.ts'
import { inOrder, templateDescription, templateLabel } from './template-labels.ts'

export const reads = (place: Place<{ readonly company?: string; readonly right: string }>) => [
  read(readRight, { params: { ...companyAt(place), right: place.params.right } }),
]

/** One right: what it gives, where, and who holds it. */
export const RightPage = () => {
  const place = useCompanyPlace()
  const { universe, company, link } = place
  const { right: id = '' } = useParams({ strict: false }) as { right?: string }
  const navigate = useNavigate()
  const { data: right } = useSuspenseQuery(read(readRight, { params: { universe, company, right: id } }))
  const companyName = useQuery(read(listRights, { params: { universe, company } })).data?.company.name

  const remove = async () => {
    const sure = await confirm({
      title: m.access_delete_title({ name: right.name }),
      message: deleteWarning(right),
      confirmLabel: m.access_delete(),
      danger: true,
    })
    if (!sure) return
    try {
      await call(deleteRight, {
        params: { universe, company, right: id },
        query: right.holders > 0 || !right.holdersComplete ? { detach: 'true' } : {},
        leave: () => navigate(link('rights')),
      })
      notifySuccess(m.access_deleted({ name: right.name }))
    } catch (error) {
      notifyProblem(error)
    }
  }

  return (
    <Page
      title={right.name}
      breadcrumb={[...sheetCrumbs(place, companyName), { label: m.access_title(), ...link('rights') }]}
      actions={
        <>
          {right.abilities.delete ? (
            <Button variant="default" leftSection={<IconTrash size={16} aria-hidden />} onClick={remove}>
              {common.action_delete()}
            </Button>
          ) : null}
          {right.abilities.edit ? (
            <ButtonLink {...link('editRight', { right: id })} leftSection={<IconPencil size={16} aria-hidden />}>
              {common.action_edit()}
            </ButtonLink>
          ) : null}
        </>
      }
    >
      <Stack gap="lg">
        <SectionCard title={m.access_information()}>
          <DescriptionList
            items={[
              { label: m.access_kind(), value: m[`access_kind_${right.kind}`]() },
              { label: m.access_role(), value: right.universe ? universeRoleLabel(right.universe) : m.access_role_all() },
              { label: m.access_sites(), value: sitesText(right) },
            ]}
          />
        </SectionCard>
        <SectionCard title={m.access_templates()}>
          {right.kind === 'administrator' ? (
            <Text>{m.access_templates_all()}</Text>
          ) : (
            <ul className={classes.templates}>
              {inOrder(right.templates).map((template) => (
                <li key={template}>
                  <Text fw={500}>{templateLabel(template)}</Text>
                  <Text fz="sm" c="dimmed">
                    {templateDescription(template)}
                  </Text>
                </li>
              ))}
            </ul>
          )}
        </SectionCard>
        <SectionCard title={m.access_holders()}>
          {right.holdersComplete ? null : <Text c="dimmed">{m.access_holders_partial()}</Text>}
          {right.people.length === 0 ? (
            right.holdersComplete ? (
              <Text c="dimmed">{m.access_holders_none()}</Text>
            ) : null
          ) : (
            <ul className={classes.people}>
              {right.people.map((person) => (
                <li key={person.login}>
                  <AnchorLink {...link('user', { login: person.login })}>{person.name}</AnchorLink>
                  <Text c="dimmed" className="tabular">
                    {person.login}
                  </Text>
                  <Group ml="auto">
                    <UserStateBadge state={person.state} />
                  </Group>
                </li>
              ))}
            </ul>
          )}
        </SectionCard>
      </Stack>
    </Page>
  )
}
