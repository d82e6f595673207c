import * as z from 'zod/mini'
import { about } from '../../about.ts'
import { canonical, code, printedText, shortText, text } from '../../atoms.ts'
import { openingHoursErrors, sortOpeningHours, type Weekday } from '../../rules/opening-hours.ts'

/** French postcode: five digits, Corsica and overseas included. Foreign ones: `typedPostcode`. */
export const frenchPostcode = canonical(
  (value) => value.replace(/\s/g, ''),
  (value) => /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(value),
  'postcode_invalid',
  10,
)
about(frenchPostcode, 'French postcode: five digits.', { examples: ['92110'] })
/** INSEE code of a commune: five characters (`92024`, `2A004`), not the postcode. */
export const inseeCode = canonical(
  (value) => value.toUpperCase(),
  (value) => /^(?:\d{2}|2[AB])\d{3}$/.test(value),
  'insee_code_invalid',
  8,
)
about(inseeCode, 'INSEE code of a commune: five characters, not the postcode.', { examples: ['92024'] })

export const typedSiteName = printedText(80)
about(typedSiteName, 'Name of a site.', { examples: ['Agence de Bordeaux'] })

const slotsSchema = z.array(z.strictObject({ from: text(), to: text() })).check(z.maxLength(6, code('too_many')))

/** Opening hours, sorted on output. Errors point at the slot or closing that is wrong. */
export const openingHours = z
  .strictObject({
    week: z.strictObject({
      monday: slotsSchema,
      tuesday: slotsSchema,
      wednesday: slotsSchema,
      thursday: slotsSchema,
      friday: slotsSchema,
      saturday: slotsSchema,
      sunday: slotsSchema,
    } satisfies Record<Weekday, typeof slotsSchema>),
    closings: z.array(z.strictObject({ from: text(), to: text(), label: shortText(80) })).check(z.maxLength(50, code('too_many'))),
  })
  .check(
    (context) => {
      for (const error of openingHoursErrors(context.value)) {
        context.issues.push({ code: 'custom', message: error.code, path: [...error.path], input: context.value })
      }
    },
    // After the errors, so that their positions are those of the input.
    z.overwrite((hours) => sortOpeningHours(hours) as typeof hours),
  )
about(openingHours, 'When a site is open: slots by day of the week, and days of closing.', {
  examples: [
    {
      week: {
        monday: [{ from: '08:30', to: '12:00' }],
        tuesday: [],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
      closings: [{ from: '2026-12-24', to: '2026-12-31', label: 'Congés de fin d’année' }],
    },
  ],
})
