import { plainText } from '../../../rules/plain-text.ts'

const websiteMaximumLength = 255

/**
 * The canonical address of a website, `https://` when no scheme was typed; null for anything but a public http(s) host name: other schemes,
 * credentials, numeric hosts, local names.
 */
export const normaliseWebsite = (text: string): string | null => {
  const trimmed = plainText(text)
  if (trimmed === '' || /[\s\p{C}\\]/u.test(trimmed)) return null
  const withScheme = /^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (!URL.canParse(withScheme)) return null
  const url = new URL(withScheme)
  const isPublicHost = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/.test(url.hostname)
  if (!isPublicHost || url.username !== '' || url.password !== '') return null
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' ? url.origin : url.href
  return bare.length <= websiteMaximumLength ? bare : null
}
