import { existsSync, readFileSync } from 'node:fs'
import { publicPages } from '#api/pages'

/** Which files each address of the site needs before it shows; written by the build, read by the server. */
export interface SitePreloads {
  /** Every file named below. */
  readonly files: readonly string[]
  /** Numbers of the files that every page starts from: also named in the page itself, yet read after this header. */
  readonly entry: readonly number[]
  /** Numbers of the files of the signed-in frame. */
  readonly frame: readonly number[]
  /** Numbers of the files of each page, by its path in the router. */
  readonly pages: Readonly<Record<string, readonly number[]>>
}

/** The site's own scripts are modules; a plain one stands beside them in `public/`. */
const linkOf = (file: string): string => {
  if (file.endsWith('.css')) return `<${file}>; rel=preload; as=style; crossorigin`
  return file.startsWith('/assets/') ? `<${file}>; rel=modulepreload` : `<${file}>; rel=preload; as=script`
}

/** What the signed-in portal asks first, with the mode of the browser's own request. */
const sessionLink = '</api/session>; rel=preload; as=fetch; crossorigin'

const fits = (path: string, parts: readonly string[]): boolean => {
  const wanted = path.split('/')
  return wanted.length === parts.length && wanted.every((one, index) => one.startsWith('$') || one === parts[index])
}
/** The most literal of two paths that fit goes first. */
const variables = (path: string): number => path.split('$').length

/**
 * The `Link` header of an address: the files of its page and, for who is signed in, the frame around it and the session. Without it a browser
 * finds each only after it ran the one before. Null when the site says nothing of that address.
 */
export const preloadsOf = (file: string): ((pathname: string, isSignedIn: boolean) => string | null) => {
  if (!existsSync(file)) return () => null
  const { entry, frame, pages, files } = JSON.parse(readFileSync(file, 'utf8')) as SitePreloads
  const paths = Object.keys(pages).sort((one, other) => variables(one) - variables(other))
  return (pathname, isSignedIn) => {
    const parts = pathname.replace(/\/+$/, '').split('/')
    const path = paths.find((one) => fits(one, parts))
    if (path === undefined) return null
    const isInside = path.startsWith('/$universe')
    // Signed out, a page inside leads to the sign-in.
    const shown = isInside && !isSignedIn ? (pages[publicPages.signIn] ?? []) : [...(isInside ? frame : []), ...(pages[path] ?? [])]
    const links = [...new Set([...entry, ...shown])].map((number) => linkOf(files[number] ?? ''))
    return [...(isSignedIn ? [sessionLink] : []), ...links].join(', ')
  }
}
