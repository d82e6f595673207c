import { isFrench, plural, show } from '../platform/language.ts'

export const imports_title = (): string => "Imports"
export const imports_start = (): string => isFrench() ? "Importer un fichier" : "Import a file"
export const imports_reference = (): string => isFrench() ? "Référence" : "Reference"
export const imports_file = (): string => isFrench() ? "Fichier" : "File"
export const imports_kind = (): string => isFrench() ? "Contenu" : "Content"
export const imports_state = (): string => isFrench() ? "État" : "State"
export const imports_lines = (): string => isFrench() ? "Lignes" : "Lines"
export const imports_valid = (): string => isFrench() ? "Justes" : "Valid"
export const imports_faulty = (): string => isFrench() ? "Fausses" : "Faulty"
export const imports_by = (): string => isFrench() ? "Par" : "By"
export const imports_at = (): string => isFrench() ? "Le" : "On"
export const imports_finished = (): string => isFrench() ? "Terminé le" : "Finished on"
export const imports_empty = (): string => isFrench() ? "Aucun import" : "No import"
export const imports_empty_hint = (): string => isFrench() ? "Un fichier est d’abord contrôlé ligne par ligne : rien ne change avant votre accord." : "A file is first checked line by line: nothing changes before you agree."
export const imports_kind_companies = (): string => isFrench() ? "Sociétés" : "Companies"
export const imports_kind_sites = (): string => "Sites"
export const imports_kind_contacts = (): string => "Contacts"
export const imports_state_checking = (): string => isFrench() ? "Contrôle en cours" : "Being checked"
export const imports_state_checked = (): string => isFrench() ? "Contrôlé, à importer" : "Checked, to be imported"
export const imports_state_applying = (): string => isFrench() ? "Import en cours" : "Being imported"
export const imports_state_done = (): string => isFrench() ? "Importé" : "Imported"
export const imports_state_cancelled = (): string => isFrench() ? "Abandonné" : "Given up"
export const imports_format = (): string => isFrench() ? "Fichier CSV, en UTF-8 ou tel que l’écrit votre tableur ; les colonnes se reconnaissent à leur titre, dans n’importe quel ordre. Une cellule vide ne change rien à ce qui existe." : "CSV file, in UTF-8 or as your spreadsheet writes it; columns are recognised by their title, in any order. An empty cell changes nothing of what exists."
export const imports_headers = (p: { headers: string | number }): string => isFrench() ? `Titres reconnus (* obligatoire) : ${show(p.headers)}` : `Known titles (* required): ${show(p.headers)}`
export const imports_template = (): string => isFrench() ? "Télécharger le modèle" : "Download the template"
export const imports_drop = (): string => isFrench() ? "CSV, 100 000 lignes au plus" : "CSV, 100,000 lines at most"
export const imports_known = (): string => isFrench() ? "Ce fichier a déjà été importé. Les lignes déjà à jour resteraient inchangées." : "This file was imported already. Lines that are up to date would stay unchanged."
export const imports_again = (): string => isFrench() ? "L’importer de nouveau" : "Import it again"
export const imports_check = (): string => isFrench() ? "Contrôler le fichier" : "Check the file"
export const imports_checking = (p: { done: string | number; total: string | number }): string => isFrench() ? `${show(p.done)} lignes contrôlées sur ${show(p.total)}` : `${show(p.done)} lines checked out of ${show(p.total)}`
export const imports_applying = (p: { done: string | number; total: string | number }): string => isFrench() ? `${show(p.done)} lignes importées sur ${show(p.total)}` : `${show(p.done)} lines imported out of ${show(p.total)}`
export const imports_errors = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne fausse` : `${show(p.count)} lignes fausses`) : (plural(p.count) === 'one' ? `${show(p.count)} faulty line` : `${show(p.count)} faulty lines`)
export const imports_errors_hint = (): string => isFrench() ? "Mises de côté : corrigez-les dans le fichier téléchargé et renvoyez-le tel quel." : "Set aside: correct them in the downloaded file and send it as it is."
export const imports_download_faulty = (): string => isFrench() ? "Télécharger les lignes fausses" : "Download the faulty lines"
export const imports_line = (): string => isFrench() ? "Ligne" : "Line"
export const imports_column = (): string => isFrench() ? "Colonne" : "Column"
export const imports_value = (): string => isFrench() ? "Valeur" : "Value"
export const imports_reason = (): string => isFrench() ? "Motif" : "Reason"
export const imports_duplicate = (p: { line: string | number }): string => isFrench() ? `Déjà à la ligne ${show(p.line)}.` : `Already at line ${show(p.line)}.`
export const imports_more = (): string => isFrench() ? "Voir la suite" : "Show more"
export const imports_cancel = (): string => isFrench() ? "Abandonner" : "Give up"
export const imports_cancel_title = (): string => isFrench() ? "Abandonner cet import ?" : "Give up this import?"
export const imports_cancel_text = (): string => isFrench() ? "Ce qui est déjà importé le reste." : "What is already imported stays."
export const imports_apply = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `Importer ${show(p.count)} ligne` : `Importer ${show(p.count)} lignes`) : (plural(p.count) === 'one' ? `Import ${show(p.count)} line` : `Import ${show(p.count)} lines`)
export const imports_checked = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne juste, prête à être importée.` : `${show(p.count)} lignes justes, prêtes à être importées.`) : (plural(p.count) === 'one' ? `${show(p.count)} count line, ready to be imported.` : `${show(p.count)} count lines, ready to be imported.`)
export const imports_checked_faulty = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne fausse sera mise de côté.` : `${show(p.count)} lignes fausses seront mises de côté.`) : (plural(p.count) === 'one' ? `${show(p.count)} faulty line will be set aside.` : `${show(p.count)} faulty lines will be set aside.`)
export const imports_ignored = (p: { columns: string | number }): string => isFrench() ? `Colonnes non reconnues, ignorées : ${show(p.columns)}` : `Unknown columns, ignored: ${show(p.columns)}`
export const imports_result = (): string => isFrench() ? "Résultat" : "Result"
export const imports_created = (): string => isFrench() ? "Créées" : "Created"
export const imports_updated = (): string => isFrench() ? "Modifiées" : "Updated"
export const imports_unchanged = (): string => isFrench() ? "Inchangées" : "Unchanged"
export const imports_encoding = (): string => isFrench() ? "Lecture du fichier" : "How the file was read"
export const imports_tab = (): string => isFrench() ? "tabulation" : "tab"
export const imports_kind_subscriptions = (): string => isFrench() ? "Offres contractées" : "Contracted offers"
export const imports_kind_services = (): string => "Services"
export const imports_kind_accountcodes = (): string => "Accountcodes"
