import { isFrench, plural, show } from '../platform/language.ts'

export const orders_list = (): string => isFrench() ? "Commandes" : "Orders"
export const orders_title = (p: { reference: string | number }): string => isFrench() ? `Commande ${show(p.reference)}` : `Order ${show(p.reference)}`
export const orders_reference = (): string => isFrench() ? "Réf." : "Ref."
export const orders_state = (): string => isFrench() ? "État" : "State"
export const orders_kind = (): string => "Type"
export const orders_offer = (): string => isFrench() ? "Offre" : "Offer"
export const orders_company = (): string => isFrench() ? "Client final" : "End customer"
export const orders_payer = (): string => isFrench() ? "Compte client" : "Customer account"
export const orders_contract = (): string => isFrench() ? "Offre contractée" : "Contracted offer"
export const orders_site = (): string => "Site"
export const orders_site_number = (p: { number: string | number }): string => `Site ${show(p.number)}`
export const orders_city = (): string => isFrench() ? "Ville" : "Town"
export const orders_pilot = (): string => isFrench() ? "Pilote" : "Pilot"
export const orders_no_pilot = (): string => isFrench() ? "Aucun" : "None"
export const orders_placed_at = (): string => isFrench() ? "Déposée le" : "Placed on"
export const orders_submitted_at = (): string => isFrench() ? "Validée le" : "Validated on"
export const orders_wished_on = (): string => isFrench() ? "Date souhaitée" : "Wished date"
export const orders_planned_on = (): string => isFrench() ? "Livraison prévue" : "Planned delivery"
export const orders_delivered_on = (): string => isFrench() ? "Date de livraison" : "Delivery date"
export const orders_as_soon_as_possible = (): string => isFrench() ? "Au plus tôt" : "As soon as possible"
export const orders_commitment = (): string => isFrench() ? "Engagement" : "Commitment"
export const orders_months = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} mois` : `${show(p.count)} mois`) : (plural(p.count) === 'one' ? `${show(p.count)} month` : `${show(p.count)} months`)
export const orders_days = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} jour` : `${show(p.count)} jours`) : (plural(p.count) === 'one' ? `${show(p.count)} day` : `${show(p.count)} days`)
export const orders_open_since = (): string => isFrench() ? "Ouverte depuis" : "Open for"
export const orders_days_usual = (p: { open: string | number; usual: string | number }): string => isFrench() ? `${show(p.open)} (d'ordinaire ${show(p.usual)} au plus)` : `${show(p.open)} (usually ${show(p.usual)} at most)`
export const orders_information = (): string => isFrench() ? "Informations" : "Information"
export const orders_actors = (): string => isFrench() ? "Acteurs" : "People"
export const orders_placed_by = (): string => isFrench() ? "Commande passée par" : "Placed by"
export const orders_onsite_contact = (): string => isFrench() ? "Contact sur site" : "On-site contact"
export const orders_together = (): string => isFrench() ? "Commandées en même temps" : "Ordered together"
export const orders_follow = (): string => isFrench() ? "Suivi de la commande" : "Progress of the order"
export const orders_timeline = (): string => isFrench() ? "Étapes de la commande" : "Steps of the order"
export const orders_progress = (p: { count: number; total: string | number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} étape sur ${show(p.total)}` : `${show(p.count)} étapes sur ${show(p.total)}`) : (plural(p.count) === 'one' ? `${show(p.count)} of ${show(p.total)} steps` : `${show(p.count)} of ${show(p.total)} steps`)
export const orders_placed = (): string => isFrench() ? "Commande passée" : "Order placed"
export const orders_decision_validated = (): string => isFrench() ? "Commande validée" : "Order validated"
export const orders_decision_refused = (p: { name: string | number }): string => isFrench() ? `Refusée par ${show(p.name)}` : `Refused by ${show(p.name)}`
export const orders_decision_cancelled = (p: { name: string | number }): string => isFrench() ? `Annulée par ${show(p.name)}` : `Cancelled by ${show(p.name)}`
export const orders_decision_impossible = (p: { name: string | number }): string => isFrench() ? `Déclarée impossible par ${show(p.name)}` : `Declared impossible by ${show(p.name)}`
export const orders_waiting_now = (): string => isFrench() ? "En attente" : "Waiting"
export const orders_end_delivery = (): string => isFrench() ? "Livraison" : "Delivery"
export const orders_end_termination = (): string => isFrench() ? "Fin du contrat" : "End of the contract"
export const orders_wished_for = (p: { day: string | number }): string => isFrench() ? `Souhaitée le ${show(p.day)}` : `Wished for ${show(p.day)}`
export const orders_step_planned_on = (p: { day: string | number }): string => isFrench() ? `Prévue le ${show(p.day)}` : `Planned for ${show(p.day)}`
export const orders_step_done_on = (p: { day: string | number }): string => isFrench() ? `Faite le ${show(p.day)}` : `Done on ${show(p.day)}`
export const orders_step_not_planned = (): string => isFrench() ? "Pas encore planifiée" : "Not planned yet"
export const orders_step_actor = (p: { actor: string | number }): string => isFrench() ? `À réaliser par : ${show(p.actor)}` : `To be done by: ${show(p.actor)}`
export const orders_late = (): string => isFrench() ? "En retard" : "Late"
export const orders_at_risk = (): string => isFrench() ? "Risque de retard" : "May be late"
export const orders_late_planned = (p: { day: string | number }): string => isFrench() ? `La livraison était prévue le ${show(p.day)}.` : `Delivery was planned on ${show(p.day)}.`
export const orders_late_wished = (p: { day: string | number }): string => isFrench() ? `La livraison était souhaitée le ${show(p.day)}, et aucune date n'est prévue.` : `Delivery was wished on ${show(p.day)}, and no day is planned.`
export const orders_late_step = (p: { day: string | number }): string => isFrench() ? `Une étape prévue le ${show(p.day)} n'est pas faite.` : `A step planned on ${show(p.day)} is not done.`
export const orders_risk_why = (p: { open: string | number; usual: string | number }): string => isFrench() ? `Ouverte depuis ${show(p.open)} ; 80 % des commandes livrées de cette offre ont pris ${show(p.usual)} au plus.` : `Open for ${show(p.open)}; 80% of the delivered orders of this offer took ${show(p.usual)} at most.`
export const orders_blocked_you = (): string => isFrench() ? "Bloquée : c'est à vous d'agir" : "Blocked: your turn to act"
export const orders_blocked_by = (p: { actor: string | number }): string => isFrench() ? `Bloquée. Doit agir : ${show(p.actor)}` : `Blocked. Must act: ${show(p.actor)}`
export const orders_blocked_short = (p: { actor: string | number }): string => isFrench() ? `Bloquée : ${show(p.actor)}` : `Blocked: ${show(p.actor)}`
export const orders_blocked_since = (p: { at: string | number }): string => isFrench() ? `Depuis le ${show(p.at)}` : `Since ${show(p.at)}`
export const orders_actor_you = (): string => isFrench() ? "vous" : "you"
export const orders_running = (): string => isFrench() ? "En cours (toutes)" : "Running (all)"
export const orders_item = (): string => isFrench() ? "Élément" : "Item"
export const orders_item_action = (): string => "Action"
export const orders_content = (): string => isFrench() ? "Contenu de la commande" : "What is ordered"
export const orders_items_table = (): string => isFrench() ? "Éléments commandés" : "Ordered items"
export const orders_no_item = (): string => isFrench() ? "Aucun élément : la commande met fin au contrat." : "No item: the order ends the contract."
export const orders_quantity = (): string => isFrench() ? "Quantité" : "Quantity"
export const orders_one_off = (): string => isFrench() ? "Frais d'accès au service" : "One-off fee"
export const orders_termination_cost = (): string => isFrench() ? "Coût de la résiliation" : "Cost of leaving"
export const orders_monthly = (): string => isFrench() ? "Abonnement mensuel" : "Monthly fee"
export const orders_one_off_unit = (): string => isFrench() ? "Frais unitaires" : "One-off, each"
export const orders_monthly_unit = (): string => isFrench() ? "Mensuel unitaire" : "Monthly, each"
export const orders_total = (): string => isFrench() ? "Total de la commande" : "Total of the order"
export const orders_per_month = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} / mois` : `${show(p.amount)} / month`
export const orders_amounts_without_vat = (): string => isFrench() ? "Montants hors taxes." : "Amounts without VAT."
export const orders_prices_by_operator = (): string => isFrench() ? "Votre opérateur vous communique ses prix." : "Your operator tells you its prices."
export const orders_replaced = (): string => isFrench() ? "Remplacé depuis" : "Replaced since"
export const orders_without_vat = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} HT` : `${show(p.amount)} excl. VAT`
export const orders_before = (): string => isFrench() ? "Avant :" : "Before:"
export const orders_after = (): string => isFrench() ? "Après :" : "After:"
export const orders_nothing = (): string => isFrench() ? "rien" : "nothing"
export const orders_characteristics = (): string => isFrench() ? "Caractéristiques" : "Characteristics"
export const orders_included = (): string => isFrench() ? "Inclus" : "Included"
export const orders_amendments = (): string => isFrench() ? "Ce qui a été modifié depuis la commande" : "What changed since the order"
export const orders_amendments_hint = (): string => isFrench() ? "L'exploitant a adapté la demande avant de livrer." : "The carrier adapted the request before delivering."
export const orders_documents = (): string => "Documents"
export const orders_no_document = (): string => isFrench() ? "Aucun document pour le moment." : "No document yet."
export const orders_download = (p: { name: string | number }): string => isFrench() ? `Télécharger ${show(p.name)}` : `Download ${show(p.name)}`
export const orders_internal = (): string => isFrench() ? "Interne" : "Internal"
export const orders_comments = (): string => isFrench() ? "Échanges" : "Messages"
export const orders_comments_hint = (): string => isFrench() ? "Lus par le client, son partenaire et l'exploitant." : "Read by the client, its partner and the carrier."
export const orders_no_comment = (): string => isFrench() ? "Personne n'a encore écrit." : "Nobody has written yet."
export const orders_comment = (): string => isFrench() ? "Votre message" : "Your message"
export const orders_comment_placeholder = (): string => isFrench() ? "Une question, une précision utile à la livraison…" : "A question, a detail that helps the delivery…"
export const orders_comment_send = (): string => isFrench() ? "Envoyer à tous" : "Send to all"
export const orders_send_keys = (): string => isFrench() ? "Ctrl + Entrée pour envoyer" : "Ctrl + Enter to send"
export const orders_sending = (): string => isFrench() ? "Envoi en cours" : "Sending"
export const orders_pilot_it = (): string => isFrench() ? "Piloter" : "Steer"
export const orders_cancel = (): string => isFrench() ? "Annuler la commande" : "Cancel the order"
export const orders_cancel_title = (p: { reference: string | number }): string => isFrench() ? `Annuler la commande ${show(p.reference)} ?` : `Cancel order ${show(p.reference)}?`
export const orders_cancel_text = (): string => isFrench() ? "Rien ne sera livré. Une commande annulée ne peut pas être reprise : il faudra en passer une autre." : "Nothing will be delivered. A cancelled order cannot be resumed: another one will have to be placed."
export const orders_cancel_text_creation = (): string => isFrench() ? "Rien ne sera livré et l'offre contractée restera sans suite. Une commande annulée ne peut pas être reprise : il faudra en passer une autre." : "Nothing will be delivered and the contracted offer will come to nothing. A cancelled order cannot be resumed: another one will have to be placed."
export const orders_cancelled = (p: { reference: string | number }): string => isFrench() ? `Commande ${show(p.reference)} annulée.` : `Order ${show(p.reference)} cancelled.`
export const orders_reason = (): string => isFrench() ? "Motif (facultatif)" : "Reason (optional)"
export const orders_reason_for_client = (): string => isFrench() ? "Motif, lu par le client" : "Reason, read by the client"
export const orders_decide_title = (): string => isFrench() ? "Cette commande attend votre validation" : "This order waits for your validation"
export const orders_decide_text = (p: { who: string | number }): string => isFrench() ? `${show(p.who)} l'a préparée pour vous. Elle sera déposée dès que vous l'aurez validée ; rien n'est engagé d'ici là.` : `${show(p.who)} prepared it for you. It is submitted once you validate it; nothing is committed until then.`
export const orders_decide_others = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Une autre commande du même panier attend aussi :" : `${show(p.count)} autres commandes du même panier attendent aussi :`) : (plural(p.count) === 'one' ? "Another order of the same basket waits too:" : `${show(p.count)} other orders of the same basket wait too:`)
export const orders_validate = (): string => isFrench() ? "Valider la commande" : "Validate the order"
export const orders_validate_title = (p: { reference: string | number }): string => isFrench() ? `Valider la commande ${show(p.reference)}` : `Validate order ${show(p.reference)}`
export const orders_validated = (): string => isFrench() ? "Commande validée : elle est déposée." : "Order validated: it is submitted."
export const orders_validated_others = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? "Commande validée. Une autre attend encore votre décision." : `Commande validée. ${show(p.count)} autres attendent encore votre décision.`) : (plural(p.count) === 'one' ? "Order validated. Another one still waits for your decision." : `Order validated. ${show(p.count)} others still wait for your decision.`)
export const orders_accept_terms = (): string => isFrench() ? "J'ai lu et j'accepte les conditions générales de vente" : "I have read and accept the terms of sale"
export const orders_waiver = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `J'accepte expressément un engagement de ${show(p.count)} mois` : `J'accepte expressément un engagement de ${show(p.count)} mois, au-delà des 24 mois d'usage pour une petite entreprise`) : (plural(p.count) === 'one' ? `I expressly accept a commitment of ${show(p.count)} month` : `I expressly accept a commitment of ${show(p.count)} months, beyond the 24 months usual for a small company`)
export const orders_terms = (): string => isFrench() ? "Conditions générales de vente" : "Terms of sale"
export const orders_terms_version = (p: { day: string | number; version: string | number }): string => isFrench() ? `Version ${show(p.version)} du ${show(p.day)}` : `Version ${show(p.version)} of ${show(p.day)}`
export const orders_refuse = (): string => isFrench() ? "Refuser la commande" : "Refuse the order"
export const orders_refuse_title = (p: { reference: string | number }): string => isFrench() ? `Refuser la commande ${show(p.reference)} ?` : `Refuse order ${show(p.reference)}?`
export const orders_refuse_text = (): string => isFrench() ? "La personne qui l'a préparée en sera informée. Ce refus est définitif." : "Whoever prepared it will be told. A refusal is final."
export const orders_refuse_text_creation = (): string => isFrench() ? "L'offre contractée restera sans suite, et la personne qui a préparé la commande en sera informée. Ce refus est définitif." : "The contracted offer will come to nothing, and whoever prepared the order will be told. A refusal is final."
export const orders_refused = (p: { reference: string | number }): string => isFrench() ? `Commande ${show(p.reference)} refusée.` : `Order ${show(p.reference)} refused.`
export const orders_search = (): string => "COM00025"
export const orders_empty = (): string => isFrench() ? "Aucune commande" : "No order"
export const orders_empty_hint = (): string => isFrench() ? "Vos commandes apparaîtront ici dès la première, de leur dépôt à leur livraison." : "Your orders will appear here from the first one, from deposit to delivery."
export const orders_conflict_title = (): string => isFrench() ? "Quelqu'un est passé avant vous" : "Somebody was there first"
export const orders_conflict_text = (): string => isFrench() ? "L'écran montre maintenant la commande telle qu'elle est. Vérifiez avant de recommencer." : "The screen now shows the order as it is. Check before trying again."
export const orders_conflict_seen = (): string => isFrench() ? "J'ai vu" : "Seen"
export const orders_changed_pilot = (p: { pilot: string | number }): string => isFrench() ? `Pilote : ${show(p.pilot)}` : `Pilot: ${show(p.pilot)}`
export const orders_changed_no_pilot = (): string => isFrench() ? "Plus aucun pilote" : "No pilot any more"
export const orders_changed_state = (p: { state: string | number }): string => isFrench() ? `État : ${show(p.state)}` : `State: ${show(p.state)}`
export const orders_changed_step = (p: { state: string | number; step: string | number }): string => isFrench() ? `${show(p.step)} : ${show(p.state)}` : `${show(p.step)}: ${show(p.state)}`
export const orders_changed_step_by = (p: { state: string | number; step: string | number; who: string | number }): string => isFrench() ? `${show(p.step)} : ${show(p.state)}, par ${show(p.who)}` : `${show(p.step)}: ${show(p.state)}, by ${show(p.who)}`
export const orders_changed_step_added = (p: { step: string | number }): string => isFrench() ? `Étape ajoutée : ${show(p.step)}` : `Step added: ${show(p.step)}`
export const orders_changed_step_removed = (p: { step: string | number }): string => isFrench() ? `Étape retirée : ${show(p.step)}` : `Step removed: ${show(p.step)}`
export const orders_changed_step_planned = (p: { day: string | number; step: string | number }): string => isFrench() ? `${show(p.step)} : prévue le ${show(p.day)}` : `${show(p.step)}: planned for ${show(p.day)}`
export const orders_changed_planned = (p: { day: string | number }): string => isFrench() ? `Livraison prévue le ${show(p.day)}` : `Delivery planned for ${show(p.day)}`
export const orders_changed_amended = (): string => isFrench() ? "La demande a été modifiée" : "The request was changed"
export const orders_step_not_carried_out = (): string => isFrench() ? "Non réalisée" : "Not carried out"
export const orders_expected_on = (p: { day: string | number }): string => isFrench() ? `Estimée au ${show(p.day)}` : `Expected on ${show(p.day)}`
