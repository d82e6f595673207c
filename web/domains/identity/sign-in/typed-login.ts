/** The login last typed or told in this tab, so that no page asks for it again; never the password. */
const key = 'login'

export const typedLogin = (): string => {
  try {
    return sessionStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

export const keepTypedLogin = (login: string): void => {
  try {
    sessionStorage.setItem(key, login.trim().slice(0, 64))
  } catch {}
}
