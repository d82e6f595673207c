import { throughGates } from './call.ts'
import { Problem, problemFrom } from './problem.ts'

const nameIn = (disposition: string | null): string | null => /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? null

/**
 * Fetches a file and hands it to the browser: for files behind a confirmation of identity, which a plain link cannot ask for.
 * `fallbackName` serves when the answer names none.
 */
export const download = (url: string, fallbackName: string): Promise<void> =>
  throughGates(async () => {
    let response: Response
    try {
      response = await fetch(url, { credentials: 'same-origin' })
    } catch {
      throw new Problem({ code: 'network', status: 0 })
    }
    if (!response.ok) {
      const body: unknown = await response.json().catch(() => undefined)
      throw problemFrom(response.status, body, response.headers.get('x-request-id'))
    }
    const address = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = address
    link.download = nameIn(response.headers.get('content-disposition')) ?? fallbackName
    link.click()
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
  })
