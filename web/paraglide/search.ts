import { isFrench } from '../platform/language.ts'

export const search_kind_company = (): string => isFrench() ? "Société" : "Company"
export const search_kind_site = (): string => "Site"
export const search_kind_contact = (): string => "Contact"
