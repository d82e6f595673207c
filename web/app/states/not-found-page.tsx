import { Button, Group } from '@mantine/core'
import { IconError404 } from '@tabler/icons-react'
import { useEffect } from 'react'
import * as m from '#messages/shell'
import { EmptyState } from '../../ui/empty-state.tsx'
import { openPalette } from '../shell/palette-state.ts'

/** An address that leads nowhere; inside the shell it offers the search too. */
export const NotFoundPage = ({ inShell = false }: { readonly inShell?: boolean }) => {
  useEffect(() => {
    document.title = `${m.shell_not_found_title()} · MyOpenIP`
  }, [])
  const Frame = inShell ? 'div' : 'main'
  return (
    <Frame style={{ paddingTop: inShell ? 24 : '12vh' }}>
      <EmptyState
        order={1}
        icon={<IconError404 size={24} stroke={1.6} />}
        title={m.shell_not_found_title()}
        description={m.shell_not_found_text()}
        action={
          <Group justify="center">
            <Button component="a" href="/">
              {m.shell_go_home()}
            </Button>
            {inShell ? (
              <Button variant="default" onClick={() => openPalette()}>
                {m.shell_go_search()}
              </Button>
            ) : null}
          </Group>
        }
      />
    </Frame>
  )
}
