import * as z from 'zod/mini'
import { defineMail } from './define-mail.ts'

const note = ({ name }: { readonly name: string }) => ({ subject: `Note ${name}`, title: name, paragraphs: [name] })

/** The least that a mail may be. */
export const noteMail = defineMail('test-note', z.object({ name: z.string() }), { fr: note, en: note })
