import * as z from 'zod/mini'
import type { Language } from '#api/languages'

/** What a mail says, in one language. The layout makes the HTML and the plain text of it. */
export interface MailContent {
  readonly subject: string
  readonly title: string
  /** Plain sentences; a line break inside one is kept. Nothing is interpreted as HTML. */
  readonly paragraphs: readonly string[]
  /** Facts shown as a small table: label, value. */
  readonly facts?: readonly (readonly [string, string])[]
  readonly button?: { readonly label: string; readonly url: string }
  /** Small links under the button: preferences, unsubscription. */
  readonly links?: readonly { readonly label: string; readonly url: string }[]
  /** Small print under the button: why this mail came, until when the link works. */
  readonly footer?: readonly string[]
}

export interface MailTemplate<S extends z.core.$ZodType = z.core.$ZodType> {
  readonly name: string
  readonly schema: S
  /** Parameters whose value opens something: whoever reads the mail again finds them masked. */
  readonly secretParameters: readonly string[]
  /** @throws when the parameters do not fit the schema. */
  write(language: Language, parameters: unknown): MailContent
}

/**
 * Declares a mail in both languages. The subject is kept readable in the log of sent mails, so it never holds a link, a code or a password;
 * the parameters are encrypted until the mail is sent, then wiped.
 */
export const defineMail = <S extends z.core.$ZodType>(
  name: string,
  schema: S,
  languages: Readonly<Record<Language, (parameters: z.core.output<S>) => MailContent>>,
  options: { readonly secretParameters?: readonly (keyof z.core.output<S> & string)[] } = {},
): MailTemplate<S> => ({
  name,
  schema,
  secretParameters: options.secretParameters ?? [],
  write: (language, parameters) => languages[language](z.parse(schema, parameters)),
})
