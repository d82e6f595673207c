import { isFrench, plural, show } from '../platform/language.ts'

export const action_save = (): string => isFrench() ? "Enregistrer" : "Save"
export const action_cancel = (): string => isFrench() ? "Annuler" : "Cancel"
export const action_back = (): string => isFrench() ? "Retour" : "Back"
export const action_close = (): string => isFrench() ? "Fermer" : "Close"
export const action_edit = (): string => isFrench() ? "Modifier" : "Edit"
export const action_delete = (): string => isFrench() ? "Supprimer" : "Delete"
export const action_add = (): string => isFrench() ? "Ajouter" : "Add"
export const action_create = (): string => isFrench() ? "Créer" : "Create"
export const action_confirm = (): string => isFrench() ? "Confirmer" : "Confirm"
export const action_validate = (): string => isFrench() ? "Valider" : "Confirm"
export const action_retry = (): string => isFrench() ? "Réessayer" : "Try again"
export const action_reload = (): string => isFrench() ? "Recharger" : "Reload"
export const action_export = (): string => isFrench() ? "Exporter" : "Export"
export const action_import = (): string => isFrench() ? "Importer" : "Import"
export const action_copy = (): string => isFrench() ? "Copier" : "Copy"
export const action_copied = (): string => isFrench() ? "Copié" : "Copied"
export const action_search = (): string => isFrench() ? "Rechercher" : "Search"
export const action_filter = (): string => isFrench() ? "Filtrer" : "Filter"
export const action_undo = (): string => isFrench() ? "Annuler la dernière action" : "Undo"
export const action_view = (): string => isFrench() ? "Consulter" : "View"
export const action_detail = (): string => isFrench() ? "Détail" : "Details"
export const action_continue = (): string => isFrench() ? "Continuer" : "Continue"
export const action_send = (): string => isFrench() ? "Envoyer" : "Send"
export const action_print = (): string => isFrench() ? "Imprimer" : "Print"
export const action_clear = (): string => isFrench() ? "Effacer" : "Clear"
export const common_yes = (): string => isFrench() ? "Oui" : "Yes"
export const common_no = (): string => isFrench() ? "Non" : "No"
export const common_none = (): string => isFrench() ? "Aucun" : "None"
export const common_not_set = (): string => isFrench() ? "Non renseigné" : "Not set"
export const common_loading = (): string => isFrench() ? "Chargement…" : "Loading…"
export const common_saved = (): string => isFrench() ? "Modifications enregistrées." : "Changes saved."
export const common_optional = (): string => isFrench() ? "facultatif" : "optional"
export const common_required = (): string => isFrench() ? "obligatoire" : "required"
export const common_all = (): string => isFrench() ? "Tous" : "All"
export const common_all_feminine = (): string => isFrench() ? "Toutes" : "All"
export const common_actions = (): string => "Actions"
export const common_request_id = (p: { id: string | number }): string => isFrench() ? `Référence de l’incident : ${show(p.id)}` : `Incident reference: ${show(p.id)}`
export const common_close_notification = (): string => isFrench() ? "Fermer ce message" : "Close this message"
export const common_messages = (): string => "Messages"
export const common_show_password = (): string => isFrench() ? "Afficher ou masquer le mot de passe" : "Show or hide the password"
export const list_results = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Aucun résultat" : plural(p.count) === 'one' ? `${show(p.count)} résultat` : `${show(p.count)} résultats`) : (p.count === 0 ? "No result" : plural(p.count) === 'one' ? `${show(p.count)} result` : `${show(p.count)} results`)
export const list_rows_shown = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} ligne affichée` : `${show(p.count)} lignes affichées`) : (plural(p.count) === 'one' ? `${show(p.count)} row shown` : `${show(p.count)} rows shown`)
export const list_next = (): string => isFrench() ? "Page suivante" : "Next page"
export const list_previous = (): string => isFrench() ? "Page précédente" : "Previous page"
export const list_columns = (): string => isFrench() ? "Colonnes" : "Columns"
export const list_columns_reset = (): string => isFrench() ? "Colonnes par défaut" : "Default columns"
export const list_views = (): string => isFrench() ? "Mes vues" : "My views"
export const list_filters = (): string => isFrench() ? "Filtres" : "Filters"
export const list_clear_filters = (): string => isFrench() ? "Effacer les filtres" : "Clear filters"
export const list_remove_filter = (p: { label: string | number }): string => isFrench() ? `Retirer le filtre ${show(p.label)}` : `Remove the filter ${show(p.label)}`
export const list_no_match = (): string => isFrench() ? "Aucune ligne ne correspond à ces filtres" : "Nothing matches these filters"
export const list_no_match_hint = (): string => isFrench() ? "Élargissez la recherche, ou effacez les filtres pour tout revoir." : "Widen the search, or clear the filters to see everything."
export const list_empty = (): string => isFrench() ? "Il n’y a rien ici pour le moment" : "There is nothing here yet"
export const list_error = (): string => isFrench() ? "La liste n’a pas pu être chargée" : "The list could not be loaded"
export const list_row_actions = (p: { label: string | number }): string => isFrench() ? `Actions pour ${show(p.label)}` : `Actions for ${show(p.label)}`
export const list_sort_by = (): string => isFrench() ? "Trier par" : "Sort by"
export const list_sort_ascending = (p: { label: string | number }): string => isFrench() ? `${show(p.label)}, croissant` : `${show(p.label)}, ascending`
export const list_sort_descending = (p: { label: string | number }): string => isFrench() ? `${show(p.label)}, décroissant` : `${show(p.label)}, descending`
export const list_search = (): string => isFrench() ? "Rechercher dans la liste" : "Search this list"
export const list_pages = (): string => isFrench() ? "Pages de la liste" : "Pages of the list"
export const form_unsaved_title = (): string => isFrench() ? "Quitter sans enregistrer ?" : "Leave without saving?"
export const form_unsaved_text = (): string => isFrench() ? "Ce que vous avez saisi sur cette page sera perdu." : "What you typed on this page will be lost."
export const form_unsaved_leave = (): string => isFrench() ? "Quitter sans enregistrer" : "Leave without saving"
export const form_unsaved_stay = (): string => isFrench() ? "Rester sur la page" : "Stay on the page"
export const form_unsaved_close_title = (): string => isFrench() ? "Fermer sans enregistrer ?" : "Close without saving?"
export const form_unsaved_in = (p: { title: string | number }): string => isFrench() ? `Ce que vous avez saisi dans « ${show(p.title)} » n’est pas encore enregistré : il sera perdu.` : `What you typed in “${show(p.title)}” is not saved yet: it will be lost.`
export const form_unsaved_fields = (p: { fields: string | number; title: string | number }): string => isFrench() ? `Ce que vous avez saisi dans « ${show(p.title)} » n’est pas encore enregistré et sera perdu : ${show(p.fields)}.` : `What you typed in “${show(p.title)}” is not saved yet and will be lost: ${show(p.fields)}.`
export const form_unsaved_close = (): string => isFrench() ? "Fermer sans enregistrer" : "Close without saving"
export const form_unsaved_continue = (): string => isFrench() ? "Continuer la saisie" : "Go on typing"
export const merge_title = (): string => isFrench() ? "Ces informations ont changé entre-temps" : "This changed in the meantime"
export const merge_text = (): string => isFrench() ? "Quelqu’un a enregistré pendant que vous modifiiez, et vous avez tous deux changé ce qui suit. Choisissez ce qu’il faut garder." : "Somebody saved while you were editing, and you both changed what follows. Choose what to keep."
export const merge_taken = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Une autre modification enregistrée entre-temps est reprise." : `${show(p.count)} autres modifications enregistrées entre-temps sont reprises.`) : (plural(p.count) === 'one' ? "One more change saved meanwhile is taken over." : `${show(p.count)} more changes saved meanwhile are taken over.`)
export const merge_settled = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Quelqu’un a enregistré entre-temps sans rien changer ici. Enregistrez de nouveau." : plural(p.count) === 'one' ? "Une modification enregistrée entre-temps est reprise, les vôtres sont gardées. Enregistrez de nouveau." : `${show(p.count)} modifications enregistrées entre-temps sont reprises, les vôtres sont gardées. Enregistrez de nouveau.`) : (p.count === 0 ? "Somebody saved meanwhile without changing anything here. Save again." : plural(p.count) === 'one' ? "One change saved meanwhile is taken over, yours are kept. Save again." : `${show(p.count)} changes saved meanwhile are taken over, yours are kept. Save again.`)
export const merge_mine = (): string => isFrench() ? "Ma saisie" : "Mine"
export const merge_theirs = (): string => isFrench() ? "Enregistré entre-temps" : "Saved meanwhile"
export const merge_apply = (): string => isFrench() ? "Appliquer ces choix" : "Apply these choices"
export const merge_empty = (): string => isFrench() ? "(vide)" : "(empty)"
export const transfer_help = (): string => isFrench() ? "Glissez un élément, ou utilisez les doubles flèches. Au clavier : Entrée ou les flèches gauche et droite changent l’élément de liste." : "Drag an item, or use the double arrows. With the keyboard: Enter, or the left and right arrows, move the item to the other list."
export const transfer_add = (p: { label: string | number }): string => isFrench() ? `Ajouter ${show(p.label)}` : `Add ${show(p.label)}`
export const transfer_remove = (p: { label: string | number }): string => isFrench() ? `Retirer ${show(p.label)}` : `Remove ${show(p.label)}`
export const transfer_add_all = (): string => isFrench() ? "Tout ajouter" : "Add all"
export const transfer_remove_all = (): string => isFrench() ? "Tout retirer" : "Remove all"
export const transfer_added = (p: { label: string | number }): string => isFrench() ? `${show(p.label)} ajouté.` : `${show(p.label)} added.`
export const transfer_removed = (p: { label: string | number }): string => isFrench() ? `${show(p.label)} retiré.` : `${show(p.label)} removed.`
export const transfer_moved_all = (): string => isFrench() ? "Tous les éléments ont été déplacés." : "All items were moved."
export const transfer_nothing_left = (): string => isFrench() ? "Tout a été ajouté." : "Everything was added."
export const sort_handle = (p: { count: number; label: string | number; position: string | number }): string => isFrench() ? `Déplacer ${show(p.label)} (position ${show(p.position)} sur ${show(p.count)})` : `Move ${show(p.label)} (position ${show(p.position)} of ${show(p.count)})`
export const sort_help = (): string => isFrench() ? "Flèches haut et bas pour changer la position, Début et Fin pour aller au bout ; ou glissez à la souris." : "Up and down arrows change the position, Home and End go to the ends; or drag with the mouse."
export const sort_moved = (p: { count: number; label: string | number; position: string | number }): string => isFrench() ? `${show(p.label)} : position ${show(p.position)} sur ${show(p.count)}.` : `${show(p.label)}: position ${show(p.position)} of ${show(p.count)}.`
export const file_drop = (): string => isFrench() ? "Déposez un fichier ici, ou choisissez-le" : "Drop a file here, or choose one"
export const file_too_large = (p: { max: string | number }): string => isFrench() ? `Ce fichier dépasse ${show(p.max)} Mo.` : `This file is larger than ${show(p.max)} MB.`
export const file_wrong_type = (p: { accept: string | number }): string => isFrench() ? `Ce type de fichier n’est pas accepté (${show(p.accept)}).` : `This type of file is not accepted (${show(p.accept)}).`
export const file_sending = (p: { name: string | number }): string => isFrench() ? `Envoi de ${show(p.name)}` : `Sending ${show(p.name)}`
export const file_remove = (p: { name: string | number }): string => isFrench() ? `Retirer ${show(p.name)}` : `Remove ${show(p.name)}`
export const step_up_title = (): string => isFrench() ? "Confirmez votre identité" : "Confirm your identity"
export const step_up_text = (): string => isFrench() ? "Cette action touche à des données sensibles. La confirmation reste valable quelques minutes." : "This act concerns sensitive data. The confirmation holds for a few minutes."
export const expiry_title = (): string => isFrench() ? "Votre session est terminée" : "Your session has ended"
export const expiry_text = (): string => isFrench() ? "Reconnectez-vous pour continuer : ce que vous avez saisi est conservé." : "Sign in again to go on: what you typed is kept."
export const expiry_other_user = (): string => isFrench() ? "Ce login n’est pas celui qui était connecté. Rechargez la page pour changer de personne." : "This is not the login that was signed in. Reload the page to change person."
export const expiry_leave = (): string => isFrench() ? "Quitter la page" : "Leave the page"
