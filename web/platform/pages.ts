import { type CompanyPage, clientPages, type Page, pages } from '#api/pages'

/** A page as the router calls it, for `to` of a link and for `getRouteApi`. */
export const to = <N extends Page>(page: N): `/$universe/${(typeof pages)[N]}` => `/$universe/${pages[page]}`

/** The same page of another company. */
export const toClient = <N extends CompanyPage>(page: N): `/$universe/${(typeof clientPages)[N]}` => `/$universe/${clientPages[page]}`
