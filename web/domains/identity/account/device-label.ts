import * as m from '#messages/identity'

type Sign = readonly [pattern: RegExp, name: string]

// The order matters: most browsers also claim to be the ones below them.
const browsers: readonly Sign[] = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\/|\bOpera\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bHeadlessChrome\/|\bChrome\/|\bCriOS\/|\bChromium\//, 'Chrome'],
  [/\bVersion\/\S+ .*\bSafari\//, 'Safari'],
]
const systems: readonly Sign[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (signs: readonly Sign[], userAgent: string): string | undefined => signs.find(([pattern]) => pattern.test(userAgent))?.[1]

/** A browser as people name it, from its User-Agent: « Firefox sur Windows ». A hint, never a proof. */
export const deviceLabel = (userAgent: string | null): string => {
  const browser = nameIn(browsers, userAgent ?? '')
  const system = nameIn(systems, userAgent ?? '')
  if (browser && system) return m.identity_device_on({ browser, system })
  return browser ?? system ?? m.identity_device_unknown()
}

export const isHandheld = (userAgent: string | null): boolean => /\biPhone\b|\biPad\b|\bAndroid\b|\bMobile\b/.test(userAgent ?? '')
