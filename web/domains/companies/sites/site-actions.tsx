import { ActionIcon } from '@mantine/core'
import { IconBuildingBank, IconDots, IconLock, IconLockOpen, IconPencil } from '@tabler/icons-react'
import { makeHeadOffice, reopenSite, type Site } from '#api/companies/sites/sites'
import * as common from '#messages/common'
import * as m from '#messages/companies'
import type { CompanyPlace } from '../../../app/company/company-place.ts'
import { call } from '../../../platform/call.ts'
import { confirm } from '../../../ui/confirm-dialog.tsx'
import { ButtonLink } from '../../../ui/links.tsx'
import { ActionsMenu, type MenuAction } from '../../../ui/menu/actions-menu.tsx'
import { notifyProblem, notifySuccess } from '../../../ui/notify.tsx'

interface SiteActionsProps {
  readonly place: CompanyPlace
  readonly site: Site
  readonly onClose: () => void
}

/** Edit, and the rarer acts in a menu. */
export const SiteActions = ({ place, site, onClose }: SiteActionsProps) => {
  const { abilities } = site
  const { universe, company } = place
  const act = async (send: () => Promise<unknown>, done: string) => {
    try {
      await send()
      notifySuccess(done)
    } catch (error) {
      notifyProblem(error)
    }
  }
  const promote = async () => {
    const agreed = await confirm({
      title: m.companies_head_office_title({ name: site.name }),
      message: m.companies_head_office_text(),
      confirmLabel: m.companies_make_head_office(),
    })
    if (agreed)
      await act(
        () => call(makeHeadOffice, { params: { universe, company }, body: { siteId: site.id } }),
        m.companies_head_office_done({ name: site.name }),
      )
  }
  const reopen = () =>
    act(() => call(reopenSite, { params: { universe, company, site: site.id } }), m.companies_site_reopened({ name: site.name }))
  const acts: MenuAction[] = []
  if (abilities.makeHeadOffice) {
    const icon = <IconBuildingBank size={16} stroke={1.6} />
    acts.push({ key: 'head-office', label: m.companies_make_head_office(), icon, onClick: promote })
  }
  if (abilities.reopen) {
    acts.push({ key: 'reopen', label: m.companies_reopen_site(), icon: <IconLockOpen size={16} stroke={1.6} />, onClick: reopen })
  }
  if (abilities.close) {
    acts.push({ key: 'close', label: m.companies_close_site(), icon: <IconLock size={16} stroke={1.6} />, danger: true, onClick: onClose })
  }
  return (
    <>
      {acts.length > 0 ? (
        <ActionsMenu
          width={260}
          actions={acts}
          button={
            <ActionIcon size={36} variant="default" aria-label={common.list_row_actions({ label: site.name })}>
              <IconDots size={18} />
            </ActionIcon>
          }
        />
      ) : null}
      {abilities.edit ? (
        <ButtonLink
          {...place.link('editSite', { site: site.id })}
          variant="default"
          leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />}
        >
          {common.action_edit()}
        </ButtonLink>
      ) : null}
    </>
  )
}
