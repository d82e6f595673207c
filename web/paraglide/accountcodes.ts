import { isFrench, plural, show } from '../platform/language.ts'

export const accountcodes_title = (): string => "Accountcodes"
export const accountcodes_search = (): string => isFrench() ? "Accountcode, libellé, client…" : "Accountcode, label, client…"
export const accountcodes_empty = (): string => isFrench() ? "Aucun accountcode" : "No accountcode"
export const accountcodes_empty_hint = (): string => isFrench() ? "Chaque service facturable reçoit le sien à sa livraison." : "Every billable service gets its own when it is delivered."
export const accountcodes_number = (): string => "Accountcode"
export const accountcodes_label = (): string => isFrench() ? "Libellé" : "Label"
export const accountcodes_partner_code = (): string => isFrench() ? "Code partenaire" : "Partner's code"
export const accountcodes_state = (): string => isFrench() ? "État" : "State"
export const accountcodes_active = (): string => isFrench() ? "Actif" : "Active"
export const accountcodes_closed = (): string => isFrench() ? "Fermé" : "Closed"
export const accountcodes_client = (): string => isFrench() ? "Client final" : "End customer"
export const accountcodes_site = (): string => "Site"
export const accountcodes_service = (): string => "Service"
export const accountcodes_contract = (): string => isFrench() ? "Offre contractée" : "Contracted offer"
export const accountcodes_nothing = (): string => isFrench() ? "(vide)" : "(empty)"
export const accountcodes_edit = (p: { name: string | number; number: string | number }): string => isFrench() ? `${show(p.name)} de l'accountcode ${show(p.number)}` : `${show(p.name)} of accountcode ${show(p.number)}`
export const accountcodes_saved = (p: { number: string | number }): string => isFrench() ? `Accountcode ${show(p.number)} enregistré.` : `Accountcode ${show(p.number)} saved.`
export const accountcodes_replace = (p: { mine: string | number; theirs: string | number }): string => isFrench() ? `Une autre personne a écrit « ${show(p.theirs)} ». Vous avez écrit « ${show(p.mine)} ».` : `Somebody else wrote “${show(p.theirs)}”. You wrote “${show(p.mine)}”.`
export const accountcodes_keep_mine = (): string => isFrench() ? "Garder ma saisie" : "Keep mine"
export const accountcodes_keep_theirs = (): string => isFrench() ? "Garder la sienne" : "Keep theirs"
export const accountcodes_history = (): string => isFrench() ? "Historique" : "History"
export const accountcodes_history_of = (p: { number: string | number }): string => isFrench() ? `Historique de l'accountcode ${show(p.number)}` : `History of accountcode ${show(p.number)}`
export const accountcodes_no_history = (): string => isFrench() ? "Rien n'a été modifié depuis sa création." : "Nothing has changed since it was created."
export const accountcodes_before = (): string => isFrench() ? "Avant :" : "Before:"
export const accountcodes_after = (): string => isFrench() ? "Après :" : "After:"
export const accountcodes_bulk = (): string => isFrench() ? "Modifier en masse" : "Edit many"
export const accountcodes_bulk_title = (): string => isFrench() ? "Modifier des accountcodes en masse" : "Edit many accountcodes"
export const accountcodes_bulk_text = (): string => isFrench() ? "Corrigez les colonnes « Libellé » et « Code partenaire » dans un tableur, et déposez le fichier ici. Rien n'est modifié tant que vous n'appliquez pas." : "Correct the columns “Libellé” and “Code partenaire” in a spreadsheet, and drop the file here. Nothing changes until you apply it."
export const accountcodes_bulk_export = (): string => isFrench() ? "Exporter la liste à corriger" : "Export the list to correct"
export const accountcodes_bulk_drop = (): string => isFrench() ? "CSV avec les colonnes Accountcode, Libellé, Code partenaire ; 4 Mo au plus." : "CSV with the columns Accountcode, Libellé, Code partenaire; 4 MB at most."
export const accountcodes_bulk_unreadable = (): string => isFrench() ? "Ce fichier ne se lit pas comme un CSV avec ces colonnes." : "This file cannot be read as a CSV with these columns."
export const accountcodes_bulk_faulty = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne est fautive : rien ne sera modifié tant qu'elle n'est pas corrigée.` : `${show(p.count)} lignes sont fautives : rien ne sera modifié tant qu'elles ne sont pas corrigées.`) : (plural(p.count) === 'one' ? `${show(p.count)} line is faulty: nothing will change until it is corrected.` : `${show(p.count)} lines are faulty: nothing will change until they are corrected.`)
export const accountcodes_bulk_ready = (p: { count: number; unchanged: string | number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} accountcode sera modifié ; ${show(p.unchanged)} sans changement.` : `${show(p.count)} accountcodes seront modifiés ; ${show(p.unchanged)} sans changement.`) : (plural(p.count) === 'one' ? `${show(p.count)} accountcode will change; ${show(p.unchanged)} will not.` : `${show(p.count)} accountcodes will change; ${show(p.unchanged)} will not.`)
export const accountcodes_bulk_all = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} accountcode sera modifié.` : `${show(p.count)} accountcodes seront modifiés.`) : (plural(p.count) === 'one' ? `${show(p.count)} accountcode will change.` : `${show(p.count)} accountcodes will change.`)
export const accountcodes_bulk_same = (): string => isFrench() ? "Le fichier ne change rien à ce qui est enregistré." : "The file changes nothing of what is stored."
export const accountcodes_bulk_apply = (): string => isFrench() ? "Appliquer" : "Apply"
export const accountcodes_bulk_applied = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} accountcode modifié.` : `${show(p.count)} accountcodes modifiés.`) : (plural(p.count) === 'one' ? `${show(p.count)} accountcode changed.` : `${show(p.count)} accountcodes changed.`)
export const accountcodes_bulk_errors = (): string => isFrench() ? "Lignes fautives" : "Faulty lines"
export const accountcodes_bulk_changes = (): string => isFrench() ? "Modifications" : "Changes"
export const accountcodes_bulk_more = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `et ${show(p.count)} autre modification` : `et ${show(p.count)} autres modifications`) : (plural(p.count) === 'one' ? `and ${show(p.count)} more change` : `and ${show(p.count)} more changes`)
export const accountcodes_line = (): string => isFrench() ? "Ligne" : "Line"
export const accountcodes_column = (): string => isFrench() ? "Colonne" : "Column"
export const accountcodes_value = (): string => isFrench() ? "Valeur" : "Value"
export const accountcodes_reason = (): string => isFrench() ? "Motif" : "Reason"
