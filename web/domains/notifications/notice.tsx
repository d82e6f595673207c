import { Alert, type AlertProps } from '@mantine/core'

/** An alert whose title reads as text: its colour alone would be too pale. */
export const Notice = (props: AlertProps) => (
  <Alert variant="light" role="status" styles={{ title: { color: 'var(--mantine-color-text)' } }} {...props} />
)
