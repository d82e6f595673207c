import { isFrench } from './language.ts'

/** A text that the contract sends in both languages, in the one on screen. */
export const words = (text: { readonly fr: string; readonly en: string }): string => (isFrench() ? text.fr : text.en)

/** The name of what the catalogue calls by two names. */
export const nameOf = ({ name, nameEn }: { readonly name: string; readonly nameEn: string }): string => words({ fr: name, en: nameEn })
