import { isFrench, plural, show } from '../platform/language.ts'

export const access_title = (): string => isFrench() ? "Gestion des droits" : "Rights"
export const access_create = (): string => isFrench() ? "Créer un droit personnalisé" : "Create a custom right"
export const access_edit = (): string => isFrench() ? "Modifier le droit" : "Change the right"
export const access_main = (): string => isFrench() ? "Droits d’accès principaux" : "Main access rights"
export const access_custom = (): string => isFrench() ? "Droits personnalisés" : "Custom rights"
export const access_custom_none = (): string => isFrench() ? "Aucun droit personnalisé. Créez-en un pour donner une partie seulement des modules ou des sites." : "No custom right yet. Create one to give only some modules or sites."
export const access_detail = (): string => isFrench() ? "Voir le détail" : "See the detail"
export const access_detail_of = (p: { name: string | number }): string => isFrench() ? `Voir le détail de ${show(p.name)}` : `See the detail of ${show(p.name)}`
export const access_name = (): string => isFrench() ? "Nom" : "Name"
export const access_site = (): string => "Site"
export const access_sites = (): string => "Sites"
export const access_all_sites = (): string => isFrench() ? "Tous les sites" : "All sites"
export const access_site_placeholder = (): string => isFrench() ? "Choisir un site" : "Choose a site"
export const access_role = (): string => isFrench() ? "Rôle" : "Role"
export const access_role_placeholder = (): string => isFrench() ? "Choisir un rôle" : "Choose a role"
export const access_role_all = (): string => isFrench() ? "Tous les univers de la société" : "Every universe of the company"
export const access_sites_everywhere = (): string => isFrench() ? "Ce rôle vaut pour tous les sites." : "This role holds on all sites."
export const access_information = (): string => isFrench() ? "Informations" : "Information"
export const access_templates = (): string => isFrench() ? "Modèles" : "Templates"
export const access_templates_available = (): string => isFrench() ? "Modèles disponibles" : "Available templates"
export const access_templates_chosen = (): string => isFrench() ? "Modèles du droit" : "Templates of the right"
export const access_templates_drop = (): string => isFrench() ? "Déposer ici les modèles à ajouter" : "Drop here the templates to add"
export const access_templates_all = (): string => isFrench() ? "Tous les modèles de tous les univers de la société, délégation comprise." : "Every template of every universe of the company, delegation included."
export const access_templates_role_first = (): string => isFrench() ? "Choisissez d’abord un rôle : les modèles en dépendent." : "Choose a role first: the templates depend on it."
export const access_not_yours = (): string => isFrench() ? "Vous ne le détenez pas sur ces sites : vous ne pouvez pas le donner." : "You do not hold it on these sites: you cannot give it."
export const access_holders = (): string => isFrench() ? "Utilisateurs" : "Users"
export const access_holders_count = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Personne" : plural(p.count) === 'one' ? `${show(p.count)} utilisateur` : `${show(p.count)} utilisateurs`) : (p.count === 0 ? "Nobody" : plural(p.count) === 'one' ? `${show(p.count)} user` : `${show(p.count)} users`)
export const access_holders_count_partial = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Aucun sur vos sites" : plural(p.count) === 'one' ? `${show(p.count)} sur vos sites` : `${show(p.count)} sur vos sites`) : (p.count === 0 ? "None on your sites" : plural(p.count) === 'one' ? `${show(p.count)} on your sites` : `${show(p.count)} on your sites`)
export const access_holders_none = (): string => isFrench() ? "Personne ne détient ce droit. Attribuez-le depuis la fiche d’un utilisateur." : "Nobody holds this right. Give it from a user's sheet."
export const access_holders_partial = (): string => isFrench() ? "Votre droit est limité à des sites : seuls les utilisateurs de ces sites sont montrés." : "Your own right is limited to sites: only the users of these sites are shown."
export const access_kind = (): string => isFrench() ? "Type" : "Kind"
export const access_kind_administrator = (): string => isFrench() ? "Principal" : "Main"
export const access_kind_universe = (): string => isFrench() ? "Principal" : "Main"
export const access_kind_custom = (): string => isFrench() ? "Personnalisé" : "Custom"
export const access_created = (p: { name: string | number }): string => isFrench() ? `Droit « ${show(p.name)} » créé.` : `Right “${show(p.name)}” created.`
export const access_deleted = (p: { name: string | number }): string => isFrench() ? `Droit « ${show(p.name)} » supprimé.` : `Right “${show(p.name)}” deleted.`
export const access_delete = (): string => isFrench() ? "Supprimer le droit" : "Delete the right"
export const access_delete_title = (p: { name: string | number }): string => isFrench() ? `Supprimer « ${show(p.name)} » ?` : `Delete “${show(p.name)}”?`
export const access_delete_unused = (): string => isFrench() ? "Personne ne le détient." : "Nobody holds it."
export const access_delete_held = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} utilisateur le détient et le perdra aussitôt.` : `${show(p.count)} utilisateurs le détiennent et le perdront aussitôt.`) : (plural(p.count) === 'one' ? `${show(p.count)} user holds it and will lose it at once.` : `${show(p.count)} users hold it and will lose it at once.`)
export const access_delete_partial = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Aucun utilisateur de vos sites ne le détient ; ceux d’autres sites le perdraient aussitôt." : plural(p.count) === 'one' ? `${show(p.count)} utilisateur de vos sites le détient et le perdra aussitôt, comme ceux d’autres sites s’il y en a.` : `${show(p.count)} utilisateurs de vos sites le détiennent et le perdront aussitôt, comme ceux d’autres sites s’il y en a.`) : (p.count === 0 ? "No user of your sites holds it; those of other sites would lose it at once." : plural(p.count) === 'one' ? `${show(p.count)} user of your sites holds it and will lose it at once, like those of other sites if any.` : `${show(p.count)} users of your sites hold it and will lose it at once, like those of other sites if any.`)
export const access_edit_warning = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Personne ne détient encore ce droit." : plural(p.count) === 'one' ? `${show(p.count)} utilisateur détient ce droit : ses accès changent dès l’enregistrement.` : `${show(p.count)} utilisateurs détiennent ce droit : leurs accès changent dès l’enregistrement.`) : (p.count === 0 ? "Nobody holds this right yet." : plural(p.count) === 'one' ? `${show(p.count)} user holds this right: their access changes as soon as you save.` : `${show(p.count)} users hold this right: their access changes as soon as you save.`)
export const access_edit_warning_partial = (p: { count: number }): string => isFrench() ? (p.count === 0 ? "Aucun utilisateur de vos sites ne détient ce droit ; les accès de ceux d’autres sites changeraient dès l’enregistrement." : plural(p.count) === 'one' ? `${show(p.count)} utilisateur de vos sites détient ce droit, et peut-être d’autres ailleurs : leurs accès changent dès l’enregistrement.` : `${show(p.count)} utilisateurs de vos sites détiennent ce droit, et peut-être d’autres ailleurs : leurs accès changent dès l’enregistrement.`) : (p.count === 0 ? "No user of your sites holds this right; the access of those of other sites would change as soon as you save." : plural(p.count) === 'one' ? `${show(p.count)} user of your sites holds this right, and others elsewhere perhaps: their access changes as soon as you save.` : `${show(p.count)} users of your sites hold this right, and others elsewhere perhaps: their access changes as soon as you save.`)
export const access_why = (): string => isFrench() ? "Pourquoi ?" : "Why?"
export const access_why_title = (p: { name: string | number }): string => isFrench() ? `Pourquoi ? Droits effectifs de ${show(p.name)}` : `Why? Effective rights of ${show(p.name)}`
export const access_why_help = (): string => isFrench() ? "Ce que cette personne peut faire, sur quels sites, et le droit qui le dit. Plusieurs droits s’additionnent." : "What this person may do, on which sites, and the right that says so. Several rights add up."
export const access_why_suspended = (): string => isFrench() ? "L’accès de cette personne est suspendu : aucun de ces droits ne s’exerce." : "This person's access is suspended: none of these rights applies."
export const access_why_partial = (): string => isFrench() ? "Votre propre droit est limité à des sites : les droits donnés ailleurs ne sont pas montrés." : "Your own right is limited to sites: rights given elsewhere are not shown."
export const access_why_template = (): string => isFrench() ? "Modèle" : "Template"
export const access_why_answer = (): string => isFrench() ? "Réponse" : "Answer"
export const access_why_yes = (): string => isFrench() ? "Oui" : "Yes"
export const access_why_no = (): string => isFrench() ? "Non" : "No"
export const access_why_reason = (): string => isFrench() ? "Raison" : "Reason"
export const access_why_direct = (p: { right: string | number }): string => isFrench() ? `« ${show(p.right)} » le contient` : `“${show(p.right)}” holds it`
export const access_why_through = (p: { right: string | number; template: string | number }): string => isFrench() ? `« ${show(p.right)} » : compris dans « ${show(p.template)} »` : `“${show(p.right)}”: included in “${show(p.template)}”`
export const access_why_everything = (p: { right: string | number }): string => isFrench() ? `« ${show(p.right)} » contient tout` : `“${show(p.right)}” holds everything`
export const access_why_nobody = (): string => isFrench() ? "Aucun droit de la société ne le donne à cette personne." : "No right of the company gives it to this person."
export const access_why_offered = (p: { rights: string | number }): string => isFrench() ? `Aucun de ses droits ne le contient. Le donneraient : ${show(p.rights)}.` : `None of their rights holds it. These would: ${show(p.rights)}.`
export const access_why_only_granted = (): string => isFrench() ? "Seulement ce qui est accordé" : "Only what is granted"
