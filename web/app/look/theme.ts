import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import * as m from '#messages/common'

/** Read when a window opens, so that it follows the language. */
const closeButtonProps = {
  get 'aria-label'() {
    return m.action_close()
  },
}

/** The kit draws a window's title bar as `<header>`: inside a dialog that is no banner of the page. */
const attributes = { header: { role: 'presentation' } }

/** Look of the portal: petrol blue, cool neutrals, 14 px Inter. Contrasts are at least 4.5:1 in both schemes (dimmed and placeholder too). */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: {
    petrol: ['#eef6fa', '#d9eaf2', '#b3d5e4', '#86bcd3', '#5aa3c1', '#3889ac', '#1f7297', '#0f6385', '#0b506d', '#083d54'],
    gray: ['#f7f9fa', '#f0f3f5', '#e3e8ec', '#d2d9df', '#b7c1c9', '#95a1ab', '#6f7c87', '#535f69', '#343d45', '#1b2228'],
    dark: ['#e3e8ec', '#b9c3cb', '#97a3ad', '#6b7883', '#37424b', '#29323a', '#1e262d', '#141a20', '#0f1419', '#0a0e12'],
  },
  white: '#ffffff',
  black: '#14202a',
  fontFamily: 'Inter, system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.45' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  defaultRadius: 6,
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '24px', lineHeight: '1.25' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(20 32 42 / 5%)',
    sm: '0 1px 3px rgb(20 32 42 / 8%), 0 1px 2px rgb(20 32 42 / 4%)',
    md: '0 4px 14px rgb(20 32 42 / 10%), 0 1px 3px rgb(20 32 42 / 6%)',
  },
  // Plain objects: `Modal.extend(…)` would load every component named here with the first page.
  components: {
    Button: { defaultProps: { fw: 500 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Badge: { defaultProps: { variant: 'light', radius: 'xl' }, styles: { root: { textTransform: 'none', letterSpacing: 0 } } },
    // The kit writes the title in the colour of the frame, too pale on its own tint.
    Alert: { styles: { label: { color: 'var(--mantine-color-text)' } } },
    Paper: { defaultProps: { withBorder: true } },
    InputWrapper: {
      styles: { label: { fontWeight: 500, marginBottom: 4 }, description: { marginBottom: 4, fontSize: 12 }, error: { fontSize: 12 } },
    },
    Modal: { defaultProps: { centered: true, radius: 'lg', closeButtonProps, attributes } },
    Drawer: { defaultProps: { position: 'right', closeButtonProps, attributes } },
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-end' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300, events: { hover: true, focus: true, touch: true } } },
  },
})

export const cssVariables: CSSVariablesResolver = (current) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': current.colors.gray?.[7] ?? '',
    '--mantine-color-placeholder': '#66727d',
    '--mantine-color-default-border': current.colors.gray?.[3] ?? '',
    '--mantine-color-error': '#c22a2a',
    '--mantine-color-anchor': current.colors.petrol?.[7] ?? '',
    '--focus': '#1f7297',
    '--line': current.colors.gray?.[2] ?? '',
    '--canvas': '#ffffff',
    '--surface': '#ffffff',
    '--sunk': '#f7f9fa',
    '--hover': current.colors.gray?.[0] ?? '',
    '--selected': current.colors.petrol?.[0] ?? '',
    '--selected-text': current.colors.petrol?.[8] ?? '',
  },
  dark: {
    '--mantine-color-dimmed': '#a6b1ba',
    '--mantine-color-placeholder': '#93a0ab',
    '--mantine-color-default-border': current.colors.dark?.[4] ?? '',
    '--mantine-color-error': '#ff8787',
    '--mantine-color-anchor': current.colors.petrol?.[3] ?? '',
    '--focus': current.colors.petrol?.[4] ?? '',
    '--line': current.colors.dark?.[5] ?? '',
    '--canvas': current.colors.dark?.[7] ?? '',
    '--surface': '#181f26',
    '--sunk': '#1c242b',
    '--hover': current.colors.dark?.[6] ?? '',
    '--selected': '#12303e',
    '--selected-text': current.colors.petrol?.[2] ?? '',
  },
})
