import { Alert, Button, Drawer, Group, Skeleton, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { assignRights, listRights } from '#api/access/rights'
import type { PortalUser } from '#api/identity/users/users'
import { userWords } from '#api/identity/words'
import type { Universe } from '#api/universes'
import * as common from '#messages/common'
import * as m from '#messages/users'
import { call } from '../../../platform/call.ts'
import { isProblem, type Problem } from '../../../platform/problem.ts'
import { read } from '../../../platform/reading/read.ts'
import { words } from '../../../platform/words.ts'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { notifySuccess } from '../../../ui/notify.tsx'
import { RightsChoice } from './rights-choice.tsx'

interface AssignRightsDrawerProps {
  readonly universe: Universe
  readonly user: PortalUser
  readonly onClose: () => void
}

type Held = { readonly version: number; readonly rights: readonly { readonly id: string }[] }

/** Gives and takes rights: several add up. Somebody else's change meanwhile is shown rather than overwritten. */
export const AssignRightsDrawer = ({ universe, user, onClose }: AssignRightsDrawerProps) => {
  const company = user.company.reference
  const { data } = useQuery(read(listRights, { params: { universe, company } }))
  const [chosen, setChosen] = useState<readonly string[]>(user.rights.map((right) => right.id))
  const [version, setVersion] = useState(user.version)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [overtaken, setOvertaken] = useState(false)
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    setSaving(true)
    setProblem(null)
    setOvertaken(false)
    try {
      await call(assignRights, { params: { universe, company, login: user.login }, body: { rightIds: [...chosen], version } })
      notifySuccess(m.users_rights_saved())
      onClose()
    } catch (error) {
      if (!isProblem(error)) throw error
      if (isProblem(error, 'version_conflict') && error.current) {
        const current = error.current as Held
        setVersion(current.version)
        setChosen(current.rights.map((right) => right.id))
        setOvertaken(true)
      } else setProblem(error)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Drawer opened onClose={onClose} position="right" size={520} title={<Text fw={600}>{m.users_rights_of({ name: user.name })}</Text>}>
      <Stack gap="md">
        <FormProblem problem={problem} />
        {overtaken ? (
          <Alert role="alert" color="yellow">
            {m.users_rights_changed_meanwhile()}
          </Alert>
        ) : null}
        {data ? (
          <RightsChoice rights={data.items} value={chosen} onChange={setChosen} label={words(userWords.rights)} />
        ) : (
          <Skeleton height={200} />
        )}
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onClose}>
            {common.action_cancel()}
          </Button>
          <Button onClick={save} loading={isSaving} disabled={!data}>
            {common.action_save()}
          </Button>
        </Group>
      </Stack>
    </Drawer>
  )
}
