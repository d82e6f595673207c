import { isFrench, show } from '../platform/language.ts'

export const views_title = (): string => isFrench() ? "Mes vues" : "My views"
export const views_none = (): string => isFrench() ? "Vous ne gardez encore aucune vue de cette liste." : "You keep no view of this list yet."
export const views_keep = (): string => isFrench() ? "Garder ce qui est affiché" : "Keep what is shown"
export const views_keep_hint = (): string => isFrench() ? "Les filtres et le tri, sous un nom qui n'est que pour vous." : "The filters and the sort, under a name that only you see."
export const views_name = (): string => isFrench() ? "Nom de la vue" : "Name of the view"
export const views_name_required = (): string => isFrench() ? "Donnez un nom à cette vue." : "Give this view a name."
export const views_save = (): string => isFrench() ? "Garder" : "Keep"
export const views_replace = (): string => isFrench() ? "Remplacer" : "Replace"
export const views_too_many = (): string => isFrench() ? "Vous gardez déjà 50 vues de cette liste : supprimez-en une." : "You already keep 50 views of this list: delete one."
export const views_delete = (): string => isFrench() ? "Supprimer" : "Delete"
export const views_delete_it = (p: { name: string | number }): string => isFrench() ? `Supprimer la vue ${show(p.name)}` : `Delete the view ${show(p.name)}`
export const views_delete_title = (p: { name: string | number }): string => isFrench() ? `Supprimer la vue « ${show(p.name)} » ?` : `Delete the view “${show(p.name)}”?`
