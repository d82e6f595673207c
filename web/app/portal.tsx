import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { queryClient } from '../platform/query-client.ts'
import { ConfirmHost } from '../ui/confirm-dialog.tsx'
import { lazyPart } from '../ui/lazy-part.tsx'
import { Gates } from './gates/gates.tsx'
import { colorSchemeManager } from './look/color-scheme.ts'
import { cssVariables, theme } from './look/theme.ts'
import { router } from './router.tsx'

const NotifyHost = lazyPart(() => import('./notify-host.tsx'), 'NotifyHost')

/** Everything around the pages. */
export const Portal = () => (
  <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
      <NotifyHost />
      <ConfirmHost />
      <Gates />
    </QueryClientProvider>
  </MantineProvider>
)
