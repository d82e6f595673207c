import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'

/** Drawn closed once: the kit notes where the focus returns to when a window goes from closed to open. */
export const KitWindow = ({ opened, ...props }: ModalProps) => {
  const [ready, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  return <Modal {...props} opened={ready && opened} />
}
