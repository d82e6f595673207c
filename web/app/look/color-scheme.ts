import { localStorageColorSchemeManager } from '@mantine/core'

/** Same key as public/color-scheme.js, which applies the choice before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({ key: 'color-scheme' })
