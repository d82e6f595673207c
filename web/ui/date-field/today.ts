const parisDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day of an instant where the portal lives, `yyyy-mm-dd`: at night it is not the one that its UTC writing begins with. */
export const dayAt = (instant: string): string => parisDay.format(new Date(instant))

/** Today where the portal lives, `yyyy-mm-dd`. */
export const today = (): string => parisDay.format(new Date())
