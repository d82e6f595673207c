import { Skeleton, Stack } from '@mantine/core'
import * as m from '#messages/common'

/** Shown when a page takes more than a blink to load. */
export const PagePending = () => (
  <Stack role="status" aria-label={m.common_loading()} gap="md" p="lg">
    <Skeleton height={28} width={260} />
    <Skeleton height={120} />
    <Skeleton height={220} />
  </Stack>
)
