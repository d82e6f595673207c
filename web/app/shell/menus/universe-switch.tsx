import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { rememberUniverse } from '#api/identity/sign-in/session'
import * as m from '#messages/universes'
import { call } from '../../../platform/call.ts'
import { sessionQuery, useSession, useUniverse } from '../../../platform/session.ts'
import { universeLabel, universeRoleLabel } from '../../universe-labels.ts'
import classes from '../header.module.css'

/** « Choix de l'univers »; not there for those who have only one. */
export const UniverseSwitch = () => {
  const { universes, lastUniverse } = useSession()
  const current = useUniverse()
  const navigate = useNavigate()
  const client = useQueryClient()
  // Whatever led there: this menu, a link, the address bar.
  useEffect(() => {
    if (current === lastUniverse) return
    client.setQueryData(sessionQuery.queryKey, (session) => (session ? { ...session, lastUniverse: current } : session))
    // Only a convenience for the next sign-in: a failure must not hold the person back.
    call(rememberUniverse, { body: { universe: current }, silent: true }).catch(() => undefined)
  }, [client, current, lastUniverse])
  if (universes.length < 2) return null
  return (
    <Menu position="bottom-start" width={230}>
      <Menu.Target>
        <UnstyledButton className={classes.switch} aria-label={`${m.universe_switch()} : ${universeLabel(current)}`}>
          <span className={classes.long}>{universeLabel(current)}</span>
          <span className={classes.short}>{universeRoleLabel(current)}</span>
          <IconChevronDown size={15} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{m.universe_switch()}</Menu.Label>
        {universes.map(({ universe }) => (
          <Menu.Item
            key={universe}
            aria-current={universe === current}
            rightSection={universe === current ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => void navigate({ to: '/$universe', params: { universe } })}
          >
            {universeLabel(universe)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
