/** What a form shows as faulty, in the order of the page: fields by themselves, and groups of which no field is marked. */
export const faultyFields = (form: HTMLElement): HTMLElement[] =>
  [...form.querySelectorAll<HTMLElement>('[aria-invalid="true"], [data-error]')].filter(
    (field) =>
      // Hidden inputs stand beside the ones that people see.
      field.getClientRects().length > 0 &&
      (field.ariaInvalid === 'true' || (!field.querySelector('[aria-invalid="true"]') && !field.closest('[aria-invalid="true"]'))),
  )

const focusable = 'input:not([type="hidden"]), textarea, select, button, [tabindex]'

/** Brings the first faulty field where one looks, under the header, and gives it the focus. */
export const showFirstFault = (form: HTMLElement): void => {
  const [first] = faultyFields(form)
  if (!first) return
  first.scrollIntoView({ block: 'center' })
  const target = first.matches(focusable) ? first : (first.querySelector<HTMLElement>(focusable) ?? first)
  target.focus({ preventScroll: true })
}
