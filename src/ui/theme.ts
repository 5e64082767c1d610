import {
  Alert,
  Badge,
  Button,
  Checkbox,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  Paper,
  Popover,
  Radio,
  Skeleton,
  Tooltip,
} from '@mantine/core'
import { chipColours, type Scale, scales, surfaces, TONES, wordsOn } from './colours.ts'
import { sequentialColours } from './palette.ts'
import classes from './theme.module.css'

/** The lamp is bright: dark words on it, never white ones. */
const lampFilled = {
  background: 'var(--mantine-color-lamp-4)',
  hover: 'var(--mantine-color-lamp-3)',
  color: 'var(--mantine-color-lamp-9)',
  border: '1px solid transparent',
}

const FONT = "'Be Vietnam Pro', system-ui, 'Segoe UI', 'Noto Sans', sans-serif"

/** Our face on Mantine: sea and lamp, soft corners, one type scale. */
export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  black: surfaces.light.text,
  colors: {
    brand: tuple(scales.brand),
    lamp: tuple(scales.lamp),
    good: tuple(scales.good),
    warning: tuple(scales.warning),
    bad: tuple(scales.bad),
    info: tuple(scales.info),
    gray: tuple(scales.gray),
    dark: tuple(scales.dark),
  },
  fontFamily: FONT,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.78rem', sm: '0.875rem', md: '0.95rem', lg: '1.08rem', xl: '1.28rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.55', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: FONT,
    fontWeight: '700',
    sizes: {
      h1: { fontSize: 'clamp(1.45rem, 1.1rem + 1.1vw, 1.95rem)', lineHeight: '1.22' },
      h2: { fontSize: '1.14rem', lineHeight: '1.35', fontWeight: '600' },
      h3: { fontSize: '1rem', lineHeight: '1.4', fontWeight: '600' },
      h4: { fontSize: '0.9rem', lineHeight: '1.4', fontWeight: '600' },
    },
  },
  radius: { xs: '4px', sm: '7px', md: '10px', lg: '14px', xl: '20px' },
  defaultRadius: 'sm',
  shadows: {
    xs: '0 1px 2px rgb(0 44 55 / 6%)',
    sm: '0 1px 2px rgb(0 44 55 / 5%), 0 3px 10px rgb(0 44 55 / 5%)',
    md: '0 2px 4px rgb(0 44 55 / 6%), 0 8px 24px rgb(0 44 55 / 10%)',
    lg: '0 4px 8px rgb(0 44 55 / 7%), 0 16px 40px rgb(0 44 55 / 14%)',
    xl: '0 8px 16px rgb(0 44 55 / 8%), 0 28px 64px rgb(0 44 55 / 18%)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) =>
    input.color === 'lamp' && input.variant === 'filled' ? lampFilled : defaultVariantColorsResolver(input),
  components: {
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'lg', shadow: 'xs', p: 'var(--hd-card)' } }),
    Button: Button.extend({ classNames: { root: classes.button ?? '' } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', variant: 'light' }, classNames: { root: classes.badge ?? '' } }),
    Alert: Alert.extend({ defaultProps: { variant: 'light' }, classNames: { root: classes.alert ?? '' } }),
    // Mantine gives windows a `header`, which a screen reader would take for a second page banner.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'none' } }),
    DrawerHeader: Drawer.Header.extend({ defaultProps: { role: 'none' } }),
    Tooltip: Tooltip.extend({ defaultProps: { withArrow: true, openDelay: 250, multiline: true, maw: 320 } }),
    Popover: Popover.extend({ classNames: { dropdown: classes.dropdown ?? '' } }),
    Menu: Menu.extend({ classNames: { dropdown: classes.dropdown ?? '' } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: 'xl' } }),
    Input: Input.extend({ classNames: { input: classes.input ?? '' } }),
    Checkbox: Checkbox.extend({ classNames: { input: classes.box ?? '' } }),
    Radio: Radio.extend({ classNames: { radio: classes.box ?? '' } }),
    InputWrapper: Input.Wrapper.extend({ classNames: { label: classes.label ?? '', description: classes.hint ?? '' } }),
  },
})

/** The CSS variables of both schemes: our own, and Mantine's where its defaults miss the contrast of WCAG 2.2 AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf('light'),
  dark: variablesOf('dark'),
})

function variablesOf(scheme: 'light' | 'dark'): Record<string, string> {
  const colours = surfaces[scheme]
  const own = Object.fromEntries(Object.entries(colours).map(([name, value]) => [`--hd-${name}`, value]))
  const tones = Object.assign({}, ...[...TONES, 'gray' as const].map((tone) => toneVariables(tone, scheme)))
  return {
    ...own,
    ...tones,
    ...heatVariables(scheme),
    '--mantine-color-body': colours.surface,
    '--mantine-color-text': colours.text,
    '--mantine-color-dimmed': colours.dimmed,
    '--mantine-color-placeholder': colours.dimmed,
    '--mantine-color-anchor': colours.anchor,
    '--mantine-color-error': colours.error,
    '--mantine-color-default': colours.surface,
    '--mantine-color-default-hover': colours.hover,
    '--mantine-color-default-border': colours.line,
  }
}

function heatVariables(scheme: 'light' | 'dark'): Record<string, string> {
  const steps = sequentialColours[scheme].flatMap((colour, step) => [
    [`--hd-heat-${step}`, colour],
    [`--hd-heat-${step}-words`, wordsOn(colour)],
  ])
  return Object.fromEntries(steps)
}

function toneVariables(tone: (typeof TONES)[number] | 'gray', scheme: 'light' | 'dark'): Record<string, string> {
  const { ground, words, edge } = chipColours(tone, scheme)
  const scale: Scale = scales[tone]
  return {
    [`--hd-${tone}-ground`]: ground,
    [`--hd-${tone}-words`]: words,
    [`--hd-${tone}-edge`]: edge,
    [`--hd-${tone}-strong`]: scheme === 'light' ? scale[7] : scale[3],
    [`--mantine-color-${tone}-light`]: ground,
    [`--mantine-color-${tone}-light-hover`]: edge,
    [`--mantine-color-${tone}-light-color`]: words,
    [`--mantine-color-${tone}-outline`]: scheme === 'light' ? scale[7] : scale[3],
    [`--mantine-color-${tone}-text`]: scheme === 'light' ? scale[7] : scale[3],
  }
}

function tuple(scale: Scale): [string, string, string, string, string, string, string, string, string, string] {
  return [...scale]
}
