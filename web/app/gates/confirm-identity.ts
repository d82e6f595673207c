import { problemFrom } from '../../platform/problem.ts'

export type StepUpMethod = 'password' | 'totp' | 'passkey' | 'backup_code'

const post = async (url: string, body: unknown): Promise<unknown> => {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw problemFrom(response.status, answer, response.headers.get('x-request-id'))
  return answer
}

type PasskeyAsker = () => Promise<unknown>
let askPasskey: PasskeyAsker | null = null
/** The identity domain brings the passkey ceremony (its options come from its own endpoint). */
export const setPasskeyAsker = (asker: PasskeyAsker): void => {
  askPasskey = asker
}

/** Confirms the identity of the current session for a few minutes. Throws `Problem`. */
export const confirmIdentity = async (method: StepUpMethod, secret: string): Promise<void> => {
  const url = '/api/session/step-up'
  if (method === 'password') await post(url, { method, password: secret })
  else if (method === 'passkey') await post(url, { method, response: await askPasskey?.() })
  else await post(url, { method, code: secret.replace(/\s/g, '') })
}
