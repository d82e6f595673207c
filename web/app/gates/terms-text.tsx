import { Button, Loader, Stack, Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { readTerms } from '#api/identity/sign-in/session'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { formatDayOf } from '../../platform/format.ts'
import { language } from '../../platform/language.ts'
import { read } from '../../platform/reading/read.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import classes from './terms-text.module.css'

export const termsQuery = () => ({ ...read(readTerms, { query: { language: language() }, silent: true }), staleTime: 60_000 })

/** The terms of use in force, in the language of the screen. */
export const TermsText = ({ boxed = false }: { readonly boxed?: boolean }) => {
  const terms = useQuery(termsQuery())
  if (terms.isError)
    return (
      <Stack gap="sm" align="flex-start">
        <FormProblem problem={null} message={m.identity_terms_failed()} />
        <Button variant="default" onClick={() => terms.refetch()}>
          {common.action_retry()}
        </Button>
      </Stack>
    )
  if (!terms.data) return <Loader size="sm" aria-label={common.common_loading()} />
  const { version, publishedAt, articles } = terms.data
  return (
    <div>
      <Text c="dimmed" fz="sm" mb="sm">
        {m.identity_terms_version({ version, day: formatDayOf(publishedAt) })}
      </Text>
      {/* Reached by the keyboard, so that it scrolls without a mouse. */}
      <section className={boxed ? classes.box : undefined} aria-label={m.identity_terms_text()} tabIndex={boxed ? 0 : undefined}>
        {articles.map(({ title, paragraphs }) => (
          <article key={title} className={classes.article}>
            <Title order={boxed ? 3 : 2} fz="md">
              {title}
            </Title>
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </article>
        ))}
      </section>
    </div>
  )
}
