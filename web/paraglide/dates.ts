import { isFrench, show } from '../platform/language.ts'

export const dates_placeholder = (): string => isFrench() ? "jj/mm/aaaa" : "dd/mm/yyyy"
export const dates_open = (): string => isFrench() ? "Ouvrir le calendrier" : "Open the calendar"
export const dates_choose = (): string => isFrench() ? "Choisir un jour" : "Choose a day"
export const dates_unreadable = (): string => isFrench() ? "Cette date n’est pas lisible : écrivez-la comme 21/11/2026." : "This date cannot be read: write it like 21/11/2026."
export const dates_unfinished = (): string => isFrench() ? "Cette date est incomplète : écrivez-la comme 21/11/2026." : "This date is incomplete: write it like 21/11/2026."
export const dates_impossible = (): string => isFrench() ? "Cette date n’existe pas dans le calendrier." : "This date does not exist in the calendar."
export const dates_too_early = (p: { day: string | number }): string => isFrench() ? `Choisissez un jour à partir du ${show(p.day)}.` : `Choose a day from ${show(p.day)} on.`
export const dates_too_late = (p: { day: string | number }): string => isFrench() ? `Choisissez un jour jusqu’au ${show(p.day)}.` : `Choose a day up to ${show(p.day)}.`
export const dates_excluded = (): string => isFrench() ? "Ce jour ne peut pas être choisi." : "This day cannot be chosen."
export const dates_previous_month = (): string => isFrench() ? "Mois précédent" : "Previous month"
export const dates_next_month = (): string => isFrench() ? "Mois suivant" : "Next month"
export const dates_previous_year = (): string => isFrench() ? "Année précédente" : "Previous year"
export const dates_next_year = (): string => isFrench() ? "Année suivante" : "Next year"
export const dates_today = (): string => isFrench() ? "Aujourd’hui" : "Today"
export const dates_day_today = (p: { day: string | number }): string => isFrench() ? `${show(p.day)}, aujourd’hui` : `${show(p.day)}, today`
export const dates_keys = (): string => isFrench() ? "Flèches pour changer de jour ou de semaine, Page précédente et Page suivante pour changer de mois, avec Maj pour changer d’année, Début et Fin pour les bouts de la semaine." : "Arrows to change the day or the week, Page up and Page down to change the month, with Shift to change the year, Home and End for the ends of the week."
