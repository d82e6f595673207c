import { isFrench, plural, show } from '../platform/language.ts'

export const delivery_list = (): string => isFrench() ? "Commandes à livrer" : "Orders to deliver"
export const delivery_title = (): string => isFrench() ? "Pilotage" : "Deliveries"
export const delivery_views = (): string => isFrench() ? "Vues de la file" : "Views of the queue"
export const delivery_tab_mine = (): string => isFrench() ? "Les miennes" : "Mine"
export const delivery_tab_nobody = (): string => isFrench() ? "Sans pilote" : "Nobody's"
export const delivery_tab_late = (): string => isFrench() ? "En retard" : "Late"
export const delivery_tab_blocked = (): string => isFrench() ? "Bloquées" : "Blocked"
export const delivery_tab_risk = (): string => isFrench() ? "À risque" : "At risk"
export const delivery_tab_waiting = (): string => isFrench() ? "En attente du client" : "Waiting for the client"
export const delivery_tab_all = (): string => isFrench() ? "Toutes" : "All"
export const delivery_empty_mine = (): string => isFrench() ? "Vous ne pilotez aucune commande" : "You steer no order"
export const delivery_empty_nobody = (): string => isFrench() ? "Chaque commande a son pilote" : "Every order has its pilot"
export const delivery_empty_late = (): string => isFrench() ? "Rien n'est en retard" : "Nothing is late"
export const delivery_empty_blocked = (): string => isFrench() ? "Rien n'est bloqué" : "Nothing is blocked"
export const delivery_empty_risk = (): string => isFrench() ? "Aucune commande ne dure plus que d'ordinaire" : "No order takes longer than usual"
export const delivery_empty_waiting = (): string => isFrench() ? "Aucune commande n'attend son client" : "No order waits for its client"
export const delivery_empty_all = (): string => isFrench() ? "Aucune commande en cours" : "No running order"
export const delivery_empty_hint = (): string => isFrench() ? "Les autres vues montrent le reste de la file." : "The other views show the rest of the queue."
export const delivery_search = (): string => isFrench() ? "COM, OC, client, offre, ville…" : "COM, OC, client, offer, town…"
export const delivery_family = (): string => isFrench() ? "Famille" : "Family"
export const delivery_pilot_option = (p: { count: number; name: string | number }): string => `${show(p.name)} (${show(p.count)})`
export const delivery_no_day = (): string => isFrench() ? "À planifier" : "To be planned"
export const delivery_step_day = (): string => isFrench() ? "Étape prévue le" : "Step planned for"
export const delivery_next_step = (): string => isFrench() ? "Étape en cours" : "Current step"
export const delivery_steps_done = (p: { done: string | number; total: string | number }): string => `${show(p.done)}/${show(p.total)}`
export const delivery_steps = (): string => isFrench() ? "Étapes" : "Steps"
export const delivery_open = (): string => isFrench() ? "Ouverte depuis" : "Open for"
export const delivery_keys_walk = (): string => isFrench() ? "parcourir" : "walk through"
export const delivery_keys_open = (): string => isFrench() ? "ouvrir" : "open"
export const delivery_keys_take = (): string => isFrench() ? "prendre en charge" : "take over"
export const delivery_take_over = (): string => isFrench() ? "Prendre en charge" : "Take over"
export const delivery_taken = (p: { reference: string | number }): string => isFrench() ? `Vous pilotez la commande ${show(p.reference)}.` : `You steer order ${show(p.reference)}.`
export const delivery_already_taken = (p: { pilot: string | number; reference: string | number }): string => isFrench() ? `${show(p.reference)} est déjà pilotée par ${show(p.pilot)}.` : `${show(p.reference)} is already steered by ${show(p.pilot)}.`
export const delivery_start = (): string => isFrench() ? "Démarrer la livraison" : "Start the delivery"
export const delivery_started = (p: { reference: string | number }): string => isFrench() ? `Livraison de ${show(p.reference)} démarrée.` : `Delivery of ${show(p.reference)} started.`
export const delivery_plan = (): string => isFrench() ? "Planifier" : "Plan"
export const delivery_plan_of = (): string => isFrench() ? "Plan de livraison" : "Delivery plan"
export const delivery_plan_title = (p: { reference: string | number }): string => isFrench() ? `Planifier ${show(p.reference)}` : `Plan ${show(p.reference)}`
export const delivery_planned = (): string => isFrench() ? "Plan enregistré." : "Plan saved."
export const delivery_planned_on = (): string => isFrench() ? "Prévue le" : "Planned for"
export const delivery_wished = (p: { day: string | number }): string => isFrench() ? `Souhaitée par le client le ${show(p.day)}.` : `Wished by the client for ${show(p.day)}.`
export const delivery_wished_soon = (): string => isFrench() ? "Le client souhaite être livré au plus tôt." : "The client wishes to be delivered as soon as possible."
export const delivery_day = (): string => isFrench() ? "Livraison prévue le" : "Delivery planned for"
export const delivery_day_hint = (): string => isFrench() ? "Le client la voit dans le suivi de sa commande." : "The client sees it in the progress of the order."
export const delivery_day_before_steps = (p: { day: string | number }): string => isFrench() ? `Une étape est prévue plus tard, le ${show(p.day)}.` : `A step is planned later, on ${show(p.day)}.`
export const delivery_who_acts = (): string => isFrench() ? "Qui agit" : "Who acts"
export const delivery_who_must_act = (): string => isFrench() ? "Qui doit agir" : "Who must act"
export const delivery_after = (): string => isFrench() ? "Après l'étape" : "After the step"
export const delivery_add_step = (): string => isFrench() ? "Ajouter une étape" : "Add a step"
export const delivery_step_label = (): string => isFrench() ? "Intitulé" : "Label"
export const delivery_step_added = (p: { step: string | number }): string => isFrench() ? `Étape ajoutée : ${show(p.step)}.` : `Step added: ${show(p.step)}.`
export const delivery_step_start = (): string => isFrench() ? "Commencer" : "Begin"
export const delivery_step_complete = (): string => isFrench() ? "Terminer" : "Finish"
export const delivery_step_skip = (): string => isFrench() ? "Marquer non nécessaire" : "Mark as not needed"
export const delivery_step_unblock = (): string => isFrench() ? "Débloquer" : "Unblock"
export const delivery_step_reopen = (): string => isFrench() ? "Rouvrir" : "Reopen"
export const delivery_step_start_done = (p: { step: string | number }): string => isFrench() ? `Étape commencée : ${show(p.step)}.` : `Step begun: ${show(p.step)}.`
export const delivery_step_complete_done = (p: { step: string | number }): string => isFrench() ? `Étape terminée : ${show(p.step)}.` : `Step finished: ${show(p.step)}.`
export const delivery_step_skip_done = (p: { step: string | number }): string => isFrench() ? `Étape marquée non nécessaire : ${show(p.step)}.` : `Step marked as not needed: ${show(p.step)}.`
export const delivery_step_unblock_done = (p: { step: string | number }): string => isFrench() ? `Étape débloquée : ${show(p.step)}.` : `Step unblocked: ${show(p.step)}.`
export const delivery_step_reopen_done = (p: { step: string | number }): string => isFrench() ? `Étape rouverte : ${show(p.step)}.` : `Step reopened: ${show(p.step)}.`
export const delivery_step_act_on = (p: { act: string | number; step: string | number }): string => isFrench() ? `${show(p.act)} : ${show(p.step)}` : `${show(p.act)}: ${show(p.step)}`
export const delivery_step_more = (p: { step: string | number }): string => isFrench() ? `Autres actions sur l'étape ${show(p.step)}` : `More about the step ${show(p.step)}`
export const delivery_step_block = (): string => isFrench() ? "Bloquer" : "Block"
export const delivery_step_block_again = (): string => isFrench() ? "Changer la cause du blocage" : "Change why it is blocked"
export const delivery_step_blocked = (p: { step: string | number }): string => isFrench() ? `Étape bloquée : ${show(p.step)}.` : `Step blocked: ${show(p.step)}.`
export const delivery_block_title = (p: { step: string | number }): string => isFrench() ? `Bloquer « ${show(p.step)} »` : `Block “${show(p.step)}”`
export const delivery_block_text = (): string => isFrench() ? "Le client et son partenaire lisent la cause et qui doit agir." : "The client and its partner read the cause and who must act."
export const delivery_cause = (): string => isFrench() ? "Cause du blocage" : "Why it is blocked"
export const delivery_step_remove = (): string => isFrench() ? "Retirer l'étape" : "Remove the step"
export const delivery_step_remove_title = (p: { step: string | number }): string => isFrench() ? `Retirer « ${show(p.step)} » ?` : `Remove “${show(p.step)}”?`
export const delivery_step_remove_text = (): string => isFrench() ? "L'étape disparaît du plan et du suivi que lit le client." : "The step disappears from the plan and from what the client follows."
export const delivery_step_removed = (p: { step: string | number }): string => isFrench() ? `Étape retirée : ${show(p.step)}.` : `Step removed: ${show(p.step)}.`
export const delivery_hand_over = (): string => isFrench() ? "Confier à un autre pilote" : "Hand over to another pilot"
export const delivery_hand_over_title = (p: { reference: string | number }): string => isFrench() ? `Confier ${show(p.reference)}` : `Hand over ${show(p.reference)}`
export const delivery_hand_over_save = (): string => isFrench() ? "Confier" : "Hand over"
export const delivery_handed_over = (): string => isFrench() ? "Commande confiée." : "Order handed over."
export const delivery_released = (): string => isFrench() ? "La commande n'a plus de pilote." : "The order has no pilot any more."
export const delivery_new_pilot = (): string => isFrench() ? "Nouveau pilote" : "New pilot"
export const delivery_new_pilot_hint = (): string => isFrench() ? "Entre parenthèses : ses commandes en cours." : "In brackets: their running orders."
export const delivery_nobody = (): string => isFrench() ? "Personne" : "Nobody"
export const delivery_amend = (): string => isFrench() ? "Modifier la demande" : "Change the request"
export const delivery_amend_title = (p: { reference: string | number }): string => isFrench() ? `Modifier la demande ${show(p.reference)}` : `Change the request ${show(p.reference)}`
export const delivery_amend_text = (): string => isFrench() ? "Les prix suivent les tarifs de l'offre commandée. Le client lit ce qui change, et pourquoi." : "Prices follow those of the ordered offer. The client reads what changes, and why."
export const delivery_amended_price = (): string => isFrench() ? "Prix de la commande, HT" : "Price of the order, without VAT"
export const delivery_amended_price_unknown = (): string => isFrench() ? "Le nouveau prix se calcule dès que les réponses sont valables." : "The new price is worked out as soon as the answers are valid."
export const delivery_amended = (): string => isFrench() ? "Demande modifiée." : "Request changed."
export const delivery_impossible = (): string => isFrench() ? "Déclarer impossible" : "Declare impossible"
export const delivery_impossible_title = (p: { reference: string | number }): string => isFrench() ? `Déclarer la commande ${show(p.reference)} impossible ?` : `Declare order ${show(p.reference)} impossible?`
export const delivery_impossible_text = (): string => isFrench() ? "La commande se termine sans être livrée. Le client en est informé avec le motif. Cela ne peut pas être défait." : "The order ends without being delivered. The client is told with the reason. This cannot be undone."
export const delivery_impossible_text_creation = (): string => isFrench() ? "La commande se termine sans être livrée et l'offre contractée reste sans suite. Le client en est informé avec le motif. Cela ne peut pas être défait." : "The order ends without being delivered and the contracted offer comes to nothing. The client is told with the reason. This cannot be undone."
export const delivery_impossible_done = (p: { reference: string | number }): string => isFrench() ? `Commande ${show(p.reference)} déclarée impossible.` : `Order ${show(p.reference)} declared impossible.`
export const delivery_deliver = (): string => isFrench() ? "Livrer" : "Deliver"
export const delivery_deliver_title = (p: { reference: string | number }): string => isFrench() ? `Livrer la commande ${show(p.reference)}` : `Deliver order ${show(p.reference)}`
export const delivery_delivered = (p: { reference: string | number }): string => isFrench() ? `Commande ${show(p.reference)} livrée.` : `Order ${show(p.reference)} delivered.`
export const delivery_delivered_on = (): string => isFrench() ? "Livrée le" : "Delivered on"
export const delivery_still_blocked = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Cette étape est bloquée : réglez sa cause et débloquez-la avant de livrer." : "Ces étapes sont bloquées : réglez leur cause et débloquez-les avant de livrer.") : (plural(p.count) === 'one' ? "This step is blocked: settle its cause and unblock it before delivering." : "These steps are blocked: settle their cause and unblock them before delivering.")
export const delivery_open_steps = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Une étape n'est pas terminée :" : `${show(p.count)} étapes ne sont pas terminées :`) : (plural(p.count) === 'one' ? "One step is not finished:" : `${show(p.count)} steps are not finished:`)
export const delivery_finish_steps = (): string => isFrench() ? "Les marquer terminées à cette date" : "Mark them as finished on that day"
export const delivery_effects = (): string => isFrench() ? "Cette livraison va" : "This delivery will"
export const delivery_effect_active = (p: { contract: string | number; day: string | number }): string => isFrench() ? `rendre l'offre contractée ${show(p.contract)} active à compter du ${show(p.day)}` : `make the contracted offer ${show(p.contract)} active from ${show(p.day)}`
export const delivery_effect_active_soon = (p: { contract: string | number }): string => isFrench() ? `rendre l'offre contractée ${show(p.contract)} active` : `make the contracted offer ${show(p.contract)} active`
export const delivery_effect_quantity = (p: { after: string | number; before: string | number; contract: string | number }): string => isFrench() ? `porter la quantité de ${show(p.contract)} de ${show(p.before)} à ${show(p.after)}` : `bring the quantity of ${show(p.contract)} from ${show(p.before)} to ${show(p.after)}`
export const delivery_effect_amended = (p: { contract: string | number }): string => isFrench() ? `appliquer le changement à l'offre contractée ${show(p.contract)}` : `apply the change to the contracted offer ${show(p.contract)}`
export const delivery_effect_commitment = (p: { from: string | number; months: string | number; until: string | number }): string => isFrench() ? `ouvrir un engagement de ${show(p.months)} mois, du ${show(p.from)} au ${show(p.until)}` : `open a commitment of ${show(p.months)} months, from ${show(p.from)} to ${show(p.until)}`
export const delivery_effect_commitment_soon = (p: { months: string | number }): string => isFrench() ? `ouvrir un engagement de ${show(p.months)} mois` : `open a commitment of ${show(p.months)} months`
export const delivery_effect_services = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `créer ${show(p.count)} service` : `créer ${show(p.count)} services`) : (plural(p.count) === 'one' ? `create ${show(p.count)} service` : `create ${show(p.count)} services`)
export const delivery_effect_accountcodes = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `attribuer ${show(p.count)} accountcode` : `attribuer ${show(p.count)} accountcodes`) : (plural(p.count) === 'one' ? `assign ${show(p.count)} accountcode` : `assign ${show(p.count)} accountcodes`)
export const delivery_effect_note = (): string => isFrench() ? "écrire le bon de livraison et prévenir le client et son partenaire" : "write the delivery note and tell the client and its partner"
export const delivery_effects_unknown = (): string => isFrench() ? "Le détail de ce qui sera créé n'a pas pu être chargé." : "What will be created could not be loaded."
export const delivery_attach = (): string => isFrench() ? "Joindre" : "Attach"
export const delivery_attach_title = (p: { reference: string | number }): string => isFrench() ? `Joindre un document à ${show(p.reference)}` : `Attach a document to ${show(p.reference)}`
export const delivery_attach_hint = (): string => isFrench() ? "PDF, PNG, JPEG ou CSV, 20 Mo au plus" : "PDF, PNG, JPEG or CSV, 20 MB at most"
export const delivery_attach_reach = (): string => isFrench() ? "Qui le lira" : "Who will read it"
export const delivery_attach_shared = (): string => isFrench() ? "Le client et son partenaire" : "The client and its partner"
export const delivery_attach_shared_hint = (): string => isFrench() ? "Il apparaît parmi les documents de leur commande." : "It appears among the documents of their order."
export const delivery_attach_internal = (): string => isFrench() ? "L'exploitant seulement" : "The carrier only"
export const delivery_attach_internal_hint = (): string => isFrench() ? "Document de travail : il n'est jamais transmis." : "Working paper: it is never passed on."
export const delivery_attached = (p: { name: string | number }): string => isFrench() ? `${show(p.name)} joint.` : `${show(p.name)} attached.`
export const delivery_file_refused = (): string => isFrench() ? "Ce fichier n'est pas du type que son nom annonce, ou il est vide." : "This file is not what its name says, or it is empty."
export const delivery_notes = (): string => isFrench() ? "Notes internes" : "Internal notes"
export const delivery_notes_hint = (): string => isFrench() ? "Seul l'exploitant les lit." : "Only the carrier reads them."
export const delivery_note = (): string => isFrench() ? "Nouvelle note interne" : "New internal note"
export const delivery_note_placeholder = (): string => isFrench() ? "Ce que le client ne doit pas lire…" : "What the client must not read…"
export const delivery_note_send = (): string => isFrench() ? "Garder la note" : "Keep the note"
export const delivery_as_shared = (): string => isFrench() ? "Voir la commande comme le client" : "See the order as the client does"
export const delivery_effect_closed = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} service est fermé` : `${show(p.count)} services sont fermés`) : (plural(p.count) === 'one' ? `${show(p.count)} service is closed` : `${show(p.count)} services are closed`)
