import { formatInstant } from '../../platform/format.ts'
import { TwoLines } from './two-lines.tsx'

/** An instant in a narrow column: the day, the hour under it. */
export const InstantLines = ({ at }: { readonly at: string | null }) => {
  const [day, hour] = formatInstant(at).split(' ')
  return day ? <TwoLines first={day} second={hour} /> : null
}
