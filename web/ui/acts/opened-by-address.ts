import { useDisclosure } from '@mantine/hooks'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'

/** At the end of an address: the page opens with the window of something new on it. */
export const newHash = 'nouveau'

/** A window that an address which ends in `#nouveau` opens; the address then forgets it, so that it can be asked for again. */
export const useOpenedByAddress = () => {
  const disclosure = useDisclosure(false)
  const [, { open }] = disclosure
  const isAsked = useLocation({ select: ({ hash }) => hash === newHash })
  const navigate = useNavigate()
  useEffect(() => {
    if (!isAsked) return
    open()
    void navigate({ to: '.', search: true, hash: '', replace: true, resetScroll: false })
  }, [isAsked, open, navigate])
  return disclosure
}
