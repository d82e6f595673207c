import { Button, Paper, Stack, Text, Title } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { signIn } from '#contract/session'
import * as common from '#messages/common'
import * as m from '#messages/identity'
import { call } from '../../platform/call.ts'
import { useContractForm } from '../../platform/form/use-contract-form.ts'
import { sessionQuery } from '../../platform/session.ts'
import { PasswordField } from '../../ui/fields/password-field.tsx'
import { TextField } from '../../ui/fields/text-field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'

const route = getRouteApi('/connexion')

export const SignInPage = () => {
  const { retour } = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const form = useContractForm(signIn, { defaultValues: { login: '', password: '' } })
  useEffect(() => {
    document.title = `${m.identity_sign_in_title()} · MyOpenIP`
  }, [])
  const send = form.submitWith(async (body) => {
    client.setQueryData(sessionQuery.queryKey, await call(signIn, { body, silent: true }))
    await navigate({ href: retour ?? '/', replace: true })
  })
  return (
    <main style={{ display: 'grid', placeItems: 'center', minHeight: '100dvh', padding: 16 }}>
      <Paper p="xl" radius="lg" w="100%" maw={400} shadow="sm">
        <form onSubmit={send} noValidate>
          <Stack gap="md">
            <div>
              <Title order={1}>{m.identity_sign_in_title()}</Title>
              <Text c="dimmed" mt={4}>
                {m.identity_sign_in_text()}
              </Text>
            </div>
            <FormProblem problem={form.problem} />
            <TextField
              form={form}
              name="login"
              label={m.identity_login()}
              placeholder="E-000000004"
              autoComplete="username"
              required
              autoFocus
            />
            <PasswordField form={form} name="password" label={m.identity_password()} autoComplete="current-password" required />
            <Button type="submit" loading={form.formState.isSubmitting} fullWidth>
              {common.action_validate()}
            </Button>
          </Stack>
        </form>
      </Paper>
    </main>
  )
}
