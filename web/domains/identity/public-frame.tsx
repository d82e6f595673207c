import { SegmentedControl, Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import type { Language } from '#api/languages'
import { languageOf } from '#api/languages'
import { publicPages } from '#api/pages'
import * as m from '#messages/identity'
import * as shell from '#messages/shell'
import { language, setLanguage } from '../../platform/language.ts'
import { AnchorLink } from '../../ui/links.tsx'
import classes from './public-frame.module.css'
import { chooseLanguageHere } from './sign-in/arrive.ts'

export interface PublicFrameProps {
  readonly title: string
  readonly text?: ReactNode
  /** Wide enough to read a text; a form otherwise. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Frame of the pages outside the signed-in portal. */
export const PublicFrame = ({ title, text, wide, children }: PublicFrameProps) => {
  useEffect(() => {
    document.title = `${title} · MyOpenIP`
  }, [title])
  const speak = (next: Language) => {
    chooseLanguageHere(next)
    setLanguage(next)
  }
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <AnchorLink
          to={publicPages.signIn}
          className={classes.logo}
          underline="never"
          aria-label={`MyOpenIP, ${m.identity_sign_in_title()}`}
        >
          My<span>OpenIP</span>
        </AnchorLink>
        <SegmentedControl
          size="xs"
          aria-label={shell.shell_language()}
          value={language()}
          onChange={(value) => speak(languageOf(value))}
          data={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
      </header>
      <main className={classes.main}>
        <div className={classes.card} data-wide={wide || undefined}>
          <Title order={1} fz={22}>
            {title}
          </Title>
          {text ? (
            <Text c="dimmed" mt={6} component="div">
              {text}
            </Text>
          ) : null}
          <div className={classes.content}>{children}</div>
        </div>
      </main>
      <footer className={classes.foot}>
        <AnchorLink to={publicPages.terms} fz="sm">
          {m.identity_terms()}
        </AnchorLink>
      </footer>
    </div>
  )
}
