import type { Icon } from '@tabler/icons-react'
import type { LinkProps } from '@tanstack/react-router'
import type { Language } from '#contract/session'

/** Pages of the account menu (my information, my sessions…); the domains that own them register here. */
export const accountLinks: readonly {
  readonly key: string
  readonly label: () => string
  readonly to: NonNullable<LinkProps['to']>
  readonly LinkIcon: Icon
}[] = []

/** Keeps the language in the profile; the account's domain sets how. */
let keep: (language: Language) => Promise<unknown> = async () => undefined
export const setLanguageKeeper = (keeper: (language: Language) => Promise<unknown>): void => {
  keep = keeper
}
export const saveLanguage = (language: Language): void => {
  keep(language).catch(() => undefined)
}
