import { Button, type ButtonProps } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import * as m from '#messages/common'
import { faultyFields, showFirstFault } from '../../platform/form/faulty-fields.ts'
import classes from './submit-button.module.css'

interface SubmitButtonProps extends ButtonProps {
  readonly children: ReactNode
}

/**
 * The button that sends a form. Pressed with a fault, the form's or the server's, it shows the first faulty field and says beside itself how
 * many are left, until none is.
 */
export const SubmitButton = ({ children, ...props }: SubmitButtonProps) => {
  const button = useRef<HTMLButtonElement>(null)
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const form = button.current?.form
    if (!form) return
    let isPressed = false
    let isTold = false
    const look = () => {
      const count = faultyFields(form).length
      if (isPressed && count > 0) {
        isPressed = false
        isTold = true
        showFirstFault(form)
      }
      if (isTold) setLeft(count)
    }
    let later: ReturnType<typeof setTimeout>
    const press = (event: Event) => {
      // A form that lies over this one, in React's tree only, is another's.
      if (event.target !== form) return
      isPressed = true
      // Faults that were on screen already change nothing there: nobody else would tell.
      later = setTimeout(look, 60)
    }
    // Who types has left the press behind; an answer that comes late takes the focus from nobody.
    const type = () => (isPressed = false)
    const watcher = new MutationObserver(look)
    watcher.observe(form, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-invalid', 'data-error'] })
    form.addEventListener('submit', press)
    form.addEventListener('input', type)
    return () => {
      clearTimeout(later)
      watcher.disconnect()
      form.removeEventListener('submit', press)
      form.removeEventListener('input', type)
    }
  }, [])
  return (
    <>
      <span role="status" className={left > 0 ? classes.left : 'visually-hidden'}>
        {left > 0 ? m.form_faults_left({ count: left }) : ''}
      </span>
      <Button ref={button} type="submit" {...props}>
        {children}
      </Button>
    </>
  )
}
