import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Fragment, useSyncExternalStore } from 'react'
import { language, subscribeLanguage } from '../platform/language.ts'
import { queryClient } from '../platform/query-client.ts'
import { ConfirmHost } from '../ui/confirm-dialog.tsx'
import { NotifyHost } from '../ui/notify.tsx'
import { Gates } from './gates/gates.tsx'
import { colorSchemeManager } from './look/color-scheme.ts'
import { cssVariables, theme } from './look/theme.ts'
import { router } from './router.tsx'

/** Everything around the pages. A change of language draws the whole tree again, so that messages stay plain functions. */
export const Portal = () => {
  const current = useSyncExternalStore(subscribeLanguage, language)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <QueryClientProvider client={queryClient}>
        <Fragment key={current}>
          <RouterProvider router={router} />
          <NotifyHost />
          <ConfirmHost />
          <Gates />
        </Fragment>
      </QueryClientProvider>
    </MantineProvider>
  )
}
