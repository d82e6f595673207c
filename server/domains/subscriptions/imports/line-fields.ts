import { code, judged } from '#api/atoms'

/** `45,90`, `45.9` or `1 234,00` euros; output in cents. */
export const moneyField = judged(
  (value) => {
    const bare = value.replaceAll(/[\s\u00a0\u202f€]/g, '').replace(',', '.')
    if (/^c\d{1,12}$/.test(value)) return value
    return /^\d{1,9}(\.\d{1,2})?$/.test(bare) ? `c${Math.round(Number(bare) * 100)}` : null
  },
  code('amount_invalid'),
  60,
)
/** The cents of a value that `moneyField` made. */
export const centsOf = (value: string | undefined): number => (value === undefined ? 0 : Number(value.slice(1)))

export const countField = (maximum: number) =>
  judged((value) => (/^\d{1,6}$/.test(value) && Number(value) <= maximum ? String(Number(value)) : null), code('count_invalid'), 60)

const yes = ['oui', 'yes', '1', 'vrai', 'true']
const no = ['non', 'no', '0', 'faux', 'false']
/** Output `yes` or `no`. */
export const yesNoField = judged(
  (value) => (yes.includes(value.toLowerCase()) ? 'yes' : no.includes(value.toLowerCase()) ? 'no' : null),
  code('yes_no_expected'),
  60,
)
