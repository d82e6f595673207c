import { isFrench, plural, show } from '../platform/language.ts'

export const terminations_title = (): string => isFrench() ? "Résilier l'offre contractée" : "Terminate the contracted offer"
export const terminations_warning = (): string => isFrench() ? "Toute période entamée est due : le mois au cours duquel le contrat prend fin est facturé en entier, sans prorata." : "Every started period is due: the month in which the contract ends is billed in full, without prorata."
export const terminations_wished = (): string => isFrench() ? "Date de résiliation souhaitée" : "Wished termination date"
export const terminations_wished_hint = (): string => isFrench() ? "Aujourd'hui ou plus tard ; le préavis peut la repousser." : "Today or later; the notice may put it off."
export const terminations_notice = (): string => isFrench() ? "Préavis de résiliation" : "Notice of termination"
export const terminations_effective_on = (): string => isFrench() ? "Date de résiliation souhaitée avec le préavis" : "Wished termination date with the notice"
export const terminations_billed_until = (): string => isFrench() ? "Facturé jusqu'au" : "Billed until"
export const terminations_total = (): string => isFrench() ? "Coût de la résiliation" : "Cost of the termination"
export const terminations_without_vat = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} HT` : `${show(p.amount)} without VAT`
export const terminations_put_off = (p: { day: string | number }): string => isFrench() ? `Le préavis repousse la résiliation au ${show(p.day)} au plus tôt.` : `The notice puts the termination off to ${show(p.day)} at the earliest.`
export const terminations_renewed = (): string => isFrench() ? "Le contrat a été reconduit tacitement : il se quitte sans pénalité." : "The contract was tacitly renewed: leaving it costs no penalty."
export const terminations_notice_from_letter = (p: { day: string | number }): string => isFrench() ? `La lettre a été reçue le ${show(p.day)} : le préavis court depuis ce jour, et non depuis aujourd’hui.` : `The letter was received on ${show(p.day)}: the notice runs from that day, not from today.`
export const terminations_notice_from = (p: { day: string | number }): string => isFrench() ? `Le préavis court depuis le ${show(p.day)}, jour de la demande, et non depuis aujourd’hui.` : `The notice runs from ${show(p.day)}, the day of the request, not from today.`
export const terminations_shortened = (p: { amount: string | number; day: string | number; label: string | number; months: string | number }): string => isFrench() ? `${show(p.label)}, ${show(p.months)} : une petite entreprise qui n’a pas expressément accepté plus de 24 mois n’est tenue que jusqu’au ${show(p.day)}. Au-delà, aucune pénalité : ${show(p.amount)} HT de moins.` : `${show(p.label)}, ${show(p.months)}: a small company that did not expressly accept more than 24 months is bound until ${show(p.day)} only. Beyond it there is no penalty: ${show(p.amount)} less, without VAT.`
export const terminations_no_notice = (): string => isFrench() ? "Aucun" : "None"
export const terminations_months = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} mois` : `${show(p.count)} mois`) : (plural(p.count) === 'one' ? `${show(p.count)} month` : `${show(p.count)} months`)
export const terminations_days = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} jour` : `${show(p.count)} jours`) : (plural(p.count) === 'one' ? `${show(p.count)} day` : `${show(p.count)} days`)
export const terminations_no_service = (): string => isFrench() ? "Aucun service ne dépend de ce contrat." : "No service depends on this contract."
export const terminations_services = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} service sera fermé avec le contrat` : `${show(p.count)} services seront fermés avec le contrat`) : (plural(p.count) === 'one' ? `${show(p.count)} service will be closed with the contract` : `${show(p.count)} services will be closed with the contract`)
export const terminations_more_services = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `et ${show(p.count)} autre` : `et ${show(p.count)} autres`) : (plural(p.count) === 'one' ? `and ${show(p.count)} more` : `and ${show(p.count)} more`)
export const terminations_accountcode = (p: { number: string | number }): string => `accountcode ${show(p.number)}`
export const terminations_dependents = (): string => isFrench() ? "D'autres contrats s'appuient sur celui-ci" : "Other contracts lean on this one"
export const terminations_see_costs = (): string => isFrench() ? "Voir les coûts" : "See the costs"
export const terminations_in_the_past = (): string => isFrench() ? "Choisissez un jour à venir : une résiliation ne remonte pas dans le temps." : "Choose a day to come: a termination does not go back in time."
export const terminations_in_the_future = (): string => isFrench() ? "Ce jour n'est pas encore arrivé." : "This day has not come yet."
export const terminations_too_far = (): string => isFrench() ? "Ce jour est trop lointain." : "This day is too far away."
export const terminations_day_refused = (): string => isFrench() ? "Ce jour n'est pas accepté." : "This day is not accepted."
export const terminations_origin = (): string => isFrench() ? "Origine" : "Origin"
export const terminations_origin_portal = (): string => isFrench() ? "Demande sur le portail" : "Asked for on the portal"
export const terminations_origin_letter = (): string => isFrench() ? "Lettre recommandée du client" : "Registered letter of the client"
export const terminations_origin_carrier = (): string => isFrench() ? "Décision de l'exploitant" : "Decision of the carrier"
export const terminations_origin_port_out = (): string => isFrench() ? "Portabilité sortante" : "Port-out"
export const terminations_received = (): string => isFrench() ? "Lettre reçue le" : "Letter received on"
export const terminations_notice_starts = (): string => isFrench() ? "Date de la demande" : "Day of the request"
export const terminations_received_hint = (): string => isFrench() ? "Le préavis court à partir de ce jour." : "The notice runs from that day."
export const terminations_date_title = (): string => isFrench() ? "Date de résiliation" : "Termination date"
export const terminations_curve = (): string => isFrench() ? "Coût selon le mois de départ" : "Cost by month of leaving"
export const terminations_curve_table = (): string => isFrench() ? "Montants mois par mois" : "Amounts month by month"
export const terminations_curve_hint = (): string => isFrench() ? "Tout ce qui reste à payer d'ici la fin du contrat, abonnement compris, selon le mois où il se termine (HT)." : "Everything still to pay until the contract ends, monthly fees included, by the month in which it ends (without VAT)."
export const terminations_curve_said = (p: { amount: string | number; cheapest: string | number; first: string | number; last: string | number }): string => isFrench() ? `Coût total de ${show(p.first)} à ${show(p.last)}. Le moins cher : ${show(p.cheapest)}, ${show(p.amount)}.` : `Total cost from ${show(p.first)} to ${show(p.last)}. The cheapest: ${show(p.cheapest)}, ${show(p.amount)}.`
export const terminations_cheapest = (): string => isFrench() ? "Le moins cher" : "Cheapest"
export const terminations_cheapest_is = (p: { amount: string | number; month: string | number }): string => isFrench() ? `Le mois le moins cher pour partir est ${show(p.month)} : ${show(p.amount)} HT restent à payer.` : `The cheapest month to leave is ${show(p.month)}: ${show(p.amount)} without VAT remain to be paid.`
export const terminations_cheapest_ties = (p: { amount: string | number; count: number; first: string | number; month: string | number }): string => isFrench() ? `Au plus bas, ${show(p.amount)} HT restent à payer : le même montant pour ${show(p.count)} mois de départ, à partir de ${show(p.first)}. Parmi eux, ${show(p.month)} garde le service le plus longtemps.` : `At the lowest, ${show(p.amount)} without VAT remain to be paid: the same for ${show(p.count)} months of leaving, from ${show(p.first)} on. Among them, ${show(p.month)} keeps the service longest.`
export const terminations_choose_cheapest = (): string => isFrench() ? "Choisir ce mois" : "Choose this month"
export const terminations_part_recurring = (): string => isFrench() ? "Abonnement restant" : "Fees left"
export const terminations_part_penalty = (): string => isFrench() ? "Pénalités" : "Penalties"
export const terminations_part_one_off = (): string => isFrench() ? "Frais de résiliation" : "Termination fee"
export const terminations_part_chosen = (): string => isFrench() ? "Mois choisi" : "Chosen month"
export const terminations_show_table = (): string => isFrench() ? "Lire les montants dans un tableau" : "Read the amounts in a table"
export const terminations_hide_table = (): string => isFrench() ? "Masquer le tableau" : "Hide the table"
export const terminations_month = (): string => isFrench() ? "Mois" : "Month"
export const terminations_still_to_pay = (): string => isFrench() ? "Reste à payer" : "Still to pay"
export const terminations_choose_month = (p: { month: string | number }): string => isFrench() ? `Choisir ${show(p.month)}` : `Choose ${show(p.month)}`
export const terminations_costs = (): string => isFrench() ? "Coûts de la résiliation" : "Costs of the termination"
export const terminations_one_off = (): string => isFrench() ? "Coût de la résiliation (non récurrent)" : "Cost of the termination (one-off)"
export const terminations_penalties = (): string => isFrench() ? "Pénalités" : "Penalties"
export const terminations_penalty_of = (p: { amount: string | number; day: string | number; label: string | number; months: string | number }): string => isFrench() ? `${show(p.label)} : ${show(p.months)} à ${show(p.amount)}, engagement jusqu'au ${show(p.day)}` : `${show(p.label)}: ${show(p.months)} at ${show(p.amount)}, committed until ${show(p.day)}`
export const terminations_no_penalty = (): string => isFrench() ? "Aucun engagement ne reste à courir." : "No commitment is left to run."
export const terminations_total_without_vat = (): string => isFrench() ? "Total HT" : "Total without VAT"
export const terminations_final_invoice = (): string => isFrench() ? "La dernière facture, le mois qui suit la fin du contrat, reprendra ces montants et les consommations qui n'auront pas encore été facturées." : "The last invoice, in the month after the end of the contract, will bring these amounts and the usage not billed by then."
export const terminations_reason_optional = (): string => isFrench() ? "Motif (facultatif)" : "Reason (optional)"
export const terminations_may_withdraw = (): string => isFrench() ? "Vous pourrez retirer la demande jusqu'à la veille de la date de résiliation." : "You may withdraw the request until the day before the termination date."
export const terminations_port_out_final = (): string => isFrench() ? "Une portabilité sortante ne se retire pas." : "A port-out cannot be withdrawn."
export const terminations_changed = (): string => isFrench() ? "Le calcul a changé depuis que cette page est ouverte. Les montants à jour sont affichés : relisez-les avant de confirmer." : "The computation has changed since this page was opened. The current amounts are shown: read them again before you confirm."
export const terminations_requested = (p: { day: string | number }): string => isFrench() ? `Résiliation demandée pour le ${show(p.day)}.` : `Termination requested for ${show(p.day)}.`
export const terminations_back = (): string => isFrench() ? "Retour au contrat" : "Back to the contract"
export const terminations_refusal_not_active = (): string => isFrench() ? "Ce contrat n'est pas actif : il n'y a rien à résilier." : "This contract is not active: there is nothing to terminate."
export const terminations_refusal_already_requested = (): string => isFrench() ? "La résiliation de ce contrat est déjà demandée." : "The termination of this contract is already requested."
export const terminations_refusal_terminated = (): string => isFrench() ? "Ce contrat est déjà résilié." : "This contract is already terminated."
export const terminations_refusal_running_order = (): string => isFrench() ? "Une opération est en cours sur ce contrat : elle doit d'abord être livrée ou annulée." : "An operation is under way on this contract: it must first be delivered or cancelled."
export const terminations_refusal_operator_only = (): string => isFrench() ? "Ce contrat est souscrit par votre opérateur : c'est à lui que se demande une résiliation." : "This contract is your operator's: a termination is asked of them."
export const terminations_refusal_no_right = (): string => isFrench() ? "Vos droits ne permettent pas de résilier ce contrat." : "Your rights do not allow terminating this contract."
export const terminations_refusal_other_sites = (): string => isFrench() ? "Ce contrat couvre des sites que vos droits ne couvrent pas." : "This contract covers sites that your rights do not cover."
export const terminations_pending = (p: { day: string | number }): string => isFrench() ? `Résiliation demandée pour le ${show(p.day)}` : `Termination requested for ${show(p.day)}`
export const terminations_effective = (p: { day: string | number }): string => isFrench() ? `Contrat résilié le ${show(p.day)}` : `Contract terminated on ${show(p.day)}`
export const terminations_withdraw = (): string => isFrench() ? "Retirer la demande" : "Withdraw the request"
export const terminations_withdraw_title = (): string => isFrench() ? "Retirer la demande de résiliation ?" : "Withdraw the request for termination?"
export const terminations_withdraw_text = (): string => isFrench() ? "Le contrat continue comme avant, avec ses services et ses engagements." : "The contract goes on as before, with its services and commitments."
export const terminations_withdraw_until = (p: { day: string | number }): string => isFrench() ? `La demande peut être retirée jusqu'à la veille du ${show(p.day)}. Ce jour-là, les services seront fermés.` : `The request can be withdrawn until the day before ${show(p.day)}. On that day, the services are closed.`
export const terminations_withdrawn = (): string => isFrench() ? "Demande retirée : le contrat continue." : "Request withdrawn: the contract goes on."
export const terminations_order = (): string => isFrench() ? "Commande" : "Order"
export const terminations_asked = (): string => isFrench() ? "Demandée" : "Requested"
export const terminations_reason = (): string => isFrench() ? "Motif" : "Reason"
export const terminations_attach_letter = (): string => isFrench() ? "Joindre la lettre" : "Attach the letter"
export const terminations_letter_kept = (): string => isFrench() ? "La lettre est jointe aux documents du contrat." : "The letter is with the contract's documents."
export const terminations_proposed = (): string => isFrench() ? "La demande est transmise au client, qui doit la valider." : "The request was sent to the client, who must validate it."
export const terminations_awaits_client = (): string => isFrench() ? "Le client reçoit la demande et la valide ou la refuse. Le préavis commence le jour de sa validation : la date et les coûts lui sont présentés de nouveau. Jusque-là, vous pouvez annuler la demande depuis sa commande." : "The client gets the request and validates or refuses it. The notice starts on the day of its validation: the day and the costs are shown to it again. Until then you may cancel the request from its order."
export const terminations_notice_from_validation = (): string => isFrench() ? "Le préavis commence aujourd’hui, jour de votre validation." : "The notice starts today, the day of your validation."
export const terminations_validate = (): string => isFrench() ? "Valider la résiliation" : "Validate the termination"
export const terminations_decide_title = (): string => isFrench() ? "Cette résiliation attend votre validation" : "This termination waits for your validation"
export const terminations_decide_text = (p: { who: string | number }): string => isFrench() ? `${show(p.who)} l'a demandée pour vous. Le contrat continue tant que vous ne l'avez pas validée ; la date de fin et les coûts vous sont présentés avant de confirmer.` : `${show(p.who)} asked for it on your behalf. The contract goes on until you validate it; its last day and the costs are shown before you confirm.`
export const terminations_refuse = (): string => isFrench() ? "Refuser la résiliation" : "Refuse the termination"
export const terminations_refuse_title = (p: { reference: string | number }): string => isFrench() ? `Refuser la résiliation ${show(p.reference)} ?` : `Refuse termination ${show(p.reference)}?`
export const terminations_refuse_text = (): string => isFrench() ? "Le contrat continue, et la personne qui l'a demandée en sera informée. Ce refus est définitif." : "The contract goes on, and whoever asked for it will be told. A refusal is final."
export const terminations_validate_title = (p: { reference: string | number }): string => isFrench() ? `Valider la résiliation ${show(p.reference)}` : `Validate termination ${show(p.reference)}`
