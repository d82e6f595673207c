import { isFrench, plural, show } from '../platform/language.ts'

export const subscriptions_list = (): string => isFrench() ? "Liste des offres contractées" : "Contracted offers"
export const subscriptions_new_order = (): string => isFrench() ? "Nouvelle commande" : "New order"
export const subscriptions_search = (): string => isFrench() ? "OC, COM, OIP, nom…" : "OC, COM, OIP, name…"
export const subscriptions_empty = (): string => isFrench() ? "Aucune offre contractée" : "No contracted offer"
export const subscriptions_empty_hint = (): string => isFrench() ? "Chaque offre commandée apparaît ici, de sa commande à sa résiliation." : "Every offer that is ordered appears here, from its order to its termination."
export const subscriptions_pilot = (): string => isFrench() ? "Pilote" : "Pilot"
export const subscriptions_no_pilot = (): string => isFrench() ? "Aucun" : "None"
export const subscriptions_reference = (): string => isFrench() ? "Réf." : "Ref."
export const subscriptions_name = (): string => isFrench() ? "Nom" : "Name"
export const subscriptions_last_order_reference = (): string => isFrench() ? "Réf. dernière commande" : "Last order ref."
export const subscriptions_no_order = (): string => isFrench() ? "Aucune" : "None"
export const subscriptions_client = (): string => isFrench() ? "Client final" : "End customer"
export const subscriptions_customer_account = (): string => isFrench() ? "Compte client" : "Customer account"
export const subscriptions_city = (): string => isFrench() ? "Ville" : "Town"
export const subscriptions_delivered_on = (): string => isFrench() ? "Date de livraison" : "Delivery date"
export const subscriptions_not_delivered = (): string => isFrench() ? "Pas encore livrée" : "Not delivered yet"
export const subscriptions_state = (): string => isFrench() ? "État" : "State"
export const subscriptions_type = (): string => "Type"
export const subscriptions_action = (): string => "Action"
export const subscriptions_family = (): string => isFrench() ? "Famille" : "Family"
export const subscriptions_delivery = (): string => isFrench() ? "Livraison" : "Delivery"
export const subscriptions_delivered = (): string => isFrench() ? "Livrée" : "Delivered"
export const subscriptions_delivered_from = (): string => isFrench() ? "Livrée à partir du" : "Delivered from"
export const subscriptions_delivered_to = (): string => isFrench() ? "Livrée jusqu'au" : "Delivered until"
export const subscriptions_contract_state = (): string => isFrench() ? "État du contrat" : "State of the contract"
export const subscriptions_state_creating = (): string => isFrench() ? "En cours de création" : "Being created"
export const subscriptions_state_active = (): string => "Active"
export const subscriptions_state_termination_requested = (): string => isFrench() ? "Résiliation demandée" : "Termination requested"
export const subscriptions_state_terminated = (): string => isFrench() ? "Résiliée" : "Terminated"
export const subscriptions_state_abandoned = (): string => isFrench() ? "Sans suite" : "Abandoned"
export const subscriptions_termination_called_off = (): string => isFrench() ? "Résiliation annulée" : "Termination called off"
export const subscriptions_terminate = (): string => isFrench() ? "Résilier" : "Terminate"
export const subscriptions_add = (): string => isFrench() ? "Ajouter…" : "Add…"
export const subscriptions_last_order = (): string => isFrench() ? "Dernière commande" : "Last order"
export const subscriptions_client_block = (): string => "Client"
export const subscriptions_phone = (): string => isFrench() ? "Téléphone" : "Phone"
export const subscriptions_main_site = (): string => isFrench() ? "Site principal" : "Main site"
export const subscriptions_site_name = (): string => isFrench() ? "Nom du site" : "Name of the site"
export const subscriptions_address = (): string => isFrench() ? "Adresse" : "Address"
export const subscriptions_running_order = (p: { kind: string | number; reference: string | number }): string => isFrench() ? `${show(p.kind)} en cours : ${show(p.reference)}` : `${show(p.kind)} under way: ${show(p.reference)}`
export const subscriptions_cost = (): string => isFrench() ? "Coût total" : "Total cost"
export const subscriptions_without_vat = (): string => isFrench() ? "Montants hors taxes." : "Amounts without VAT."
export const subscriptions_one_off = (): string => isFrench() ? "Frais d'accès au service" : "Set-up fee"
export const subscriptions_monthly = (): string => isFrench() ? "Abonnement mensuel" : "Monthly fee"
export const subscriptions_per_month = (p: { amount: string | number }): string => isFrench() ? `${show(p.amount)} / mois` : `${show(p.amount)} / month`
export const subscriptions_termination_fee = (p: { amount: string | number }): string => isFrench() ? `Frais de résiliation, dus une fois à la fin du contrat : ${show(p.amount)}` : `Termination fee, due once when the contract ends: ${show(p.amount)}`
export const subscriptions_commitment_total = (): string => isFrench() ? "Total sur l'engagement" : "Total over the commitment"
export const subscriptions_cost_lines = (): string => isFrench() ? "Détail du coût" : "Details of the cost"
export const subscriptions_price_on_request = (): string => isFrench() ? "Prix sur demande : adressez-vous à votre opérateur." : "Price on request: please ask your operator."
export const subscriptions_item = (): string => isFrench() ? "Élément" : "Item"
export const subscriptions_quantity = (): string => isFrench() ? "Quantité" : "Quantity"
export const subscriptions_commitments = (): string => isFrench() ? "Périmètres d'engagement" : "Commitments"
export const subscriptions_commitment_over = (): string => isFrench() ? "Terminé" : "Over"
export const subscriptions_enforceable_until = (p: { day: string | number }): string => isFrench() ? `sans effet au-delà du ${show(p.day)} : petite entreprise, 24 mois au plus` : `without effect after ${show(p.day)}: small company, 24 months at most`
export const subscriptions_months = (p: { count: number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} mois` : `${show(p.count)} mois`) : (plural(p.count) === 'one' ? `${show(p.count)} month` : `${show(p.count)} months`)
export const subscriptions_months_left = (p: { count: number; total: string | number }): string => isFrench() ? (plural(p.count) === 'one' ? `${show(p.count)} mois restant sur ${show(p.total)}` : `${show(p.count)} mois restants sur ${show(p.total)}`) : (plural(p.count) === 'one' ? `${show(p.count)} month left of ${show(p.total)}` : `${show(p.count)} months left of ${show(p.total)}`)
export const subscriptions_from_to = (p: { from: string | number; to: string | number }): string => isFrench() ? `Du ${show(p.from)} au ${show(p.to)}` : `From ${show(p.from)} to ${show(p.to)}`
export const subscriptions_services = (): string => "Services"
export const subscriptions_service_list = (): string => isFrench() ? "Liste des services" : "List of services"
export const subscriptions_no_service = (): string => isFrench() ? "La livraison créera les services." : "Delivery will create the services."
export const subscriptions_services_shown = (p: { shown: string | number; total: string | number }): string => isFrench() ? `${show(p.shown)} services affichés sur ${show(p.total)}.` : `${show(p.shown)} services shown of ${show(p.total)}.`
export const subscriptions_service_state = (): string => isFrench() ? "État" : "State"
export const subscriptions_service_active = (): string => isFrench() ? "Actif" : "Active"
export const subscriptions_service_closed = (p: { day: string | number }): string => isFrench() ? `Fermé le ${show(p.day)}` : `Closed on ${show(p.day)}`
export const subscriptions_site = (): string => "Site"
export const subscriptions_accountcode = (): string => "Accountcode"
export const subscriptions_accountcodes_of = (): string => isFrench() ? "Gérer les accountcodes" : "Manage accountcodes"
export const subscriptions_calls = (p: { incoming: string | number; outgoing: string | number }): string => isFrench() ? `Appels simultanés : ${show(p.outgoing)} sortants, ${show(p.incoming)} entrants. Chaque canal souscrit offre un appel entrant de plus.` : `Simultaneous calls: ${show(p.outgoing)} outgoing, ${show(p.incoming)} incoming. Each channel brings one more incoming call for free.`
export const subscriptions_operations = (): string => isFrench() ? "Historique des opérations" : "History of operations"
export const subscriptions_no_operation = (): string => isFrench() ? "Aucune opération n'a été commandée sur le portail." : "No operation was ordered on the portal."
export const subscriptions_placed = (p: { at: string | number; who: string | number }): string => isFrench() ? `Commandée le ${show(p.at)} par ${show(p.who)}` : `Ordered on ${show(p.at)} by ${show(p.who)}`
export const subscriptions_quantity_of = (p: { quantity: string | number }): string => isFrench() ? `Quantité : ${show(p.quantity)}` : `Quantity: ${show(p.quantity)}`
export const subscriptions_delivered_day = (p: { day: string | number }): string => isFrench() ? `Livrée le ${show(p.day)}` : `Delivered on ${show(p.day)}`
export const subscriptions_wished_day = (p: { day: string | number }): string => isFrench() ? `Souhaitée le ${show(p.day)}` : `Wished for ${show(p.day)}`
export const subscriptions_taken_over = (p: { at: string | number }): string => isFrench() ? `Contrat repris dans le portail le ${show(p.at)}.` : `Contract taken over into the portal on ${show(p.at)}.`
export const subscriptions_actors = (): string => isFrench() ? "Acteurs" : "People"
export const subscriptions_actor_pilot = (): string => isFrench() ? "Pilote" : "Pilot"
export const subscriptions_actor_sales = (): string => isFrench() ? "Commercial" : "Sales"
export const subscriptions_actor_partner = (): string => isFrench() ? "Partenaire" : "Partner"
export const subscriptions_actor_onsite_contact = (): string => isFrench() ? "Contact sur site" : "Contact on site"
export const subscriptions_actor_placed_by = (): string => isFrench() ? "Commande passée par" : "Order placed by"
export const subscriptions_documents = (): string => "Documents"
export const subscriptions_no_document = (): string => isFrench() ? "Aucun document pour le moment." : "No document for now."
export const subscriptions_sheets = (): string => isFrench() ? "Fiches produit" : "Product sheets"
export const subscriptions_internal = (): string => isFrench() ? "Interne" : "Internal"
export const subscriptions_download = (p: { name: string | number }): string => isFrench() ? `Télécharger ${show(p.name)}` : `Download ${show(p.name)}`
export const subscriptions_contract = (): string => isFrench() ? "Contrat" : "Contract"
export const subscriptions_offer = (): string => isFrench() ? "Offre" : "Offer"
export const subscriptions_terminated_on = (): string => isFrench() ? "Résiliée le" : "Terminated on"
export const subscriptions_notice = (): string => isFrench() ? "Préavis de résiliation" : "Notice of termination"
export const subscriptions_renewal = (): string => isFrench() ? "À la fin de l'engagement" : "At the end of the commitment"
export const subscriptions_renewal_tacit = (): string => isFrench() ? "Reconduction tacite" : "Tacit renewal"
export const subscriptions_renewal_none = (): string => isFrench() ? "Sans nouvel engagement" : "No new commitment"
export const subscriptions_waiver = (): string => isFrench() ? "Engagement de plus de 24 mois" : "Commitment beyond 24 months"
export const subscriptions_waiver_given = (): string => isFrench() ? "Accepté expressément à la commande" : "Expressly accepted with the order"
export const subscriptions_characteristics = (): string => isFrench() ? "Caractéristiques" : "Characteristics"
export const subscriptions_sites = (): string => "Sites"
export const subscriptions_refusal_operator_only = (): string => isFrench() ? "Ce contrat est souscrit par votre opérateur : c'est à lui que se demande une résiliation." : "This contract is your operator's: a termination is asked of them."
export const subscriptions_refusal_running_order = (): string => isFrench() ? "Une opération est en cours : la résiliation sera possible une fois qu'elle sera livrée ou annulée." : "An operation is under way: termination becomes possible once it is delivered or cancelled."
export const subscriptions_refusal_other_sites = (): string => isFrench() ? "Ce contrat couvre des sites que vos droits ne couvrent pas : quelqu'un qui a des droits sur tous peut le résilier." : "This contract covers sites that your rights do not cover: somebody with rights on all of them may terminate it."
export const subscriptions_modify = (): string => isFrench() ? "Modifier" : "Change"
export const subscriptions_no_service_ever = (): string => isFrench() ? "Ce contrat est sans suite : aucun service." : "This contract was not proceeded with: no service."
export const subscriptions_commitment_broken = (p: { day: string | number }): string => isFrench() ? `Rompu le ${show(p.day)}` : `Broken on ${show(p.day)}`
export const subscriptions_awaiting = (p: { kind: string | number; reference: string | number }): string => isFrench() ? `${show(p.kind)} ${show(p.reference)} : en attente de la validation du client, qui la valide ou la refuse sur la page de la commande.` : `${show(p.kind)} ${show(p.reference)}: waits for the client, who validates or refuses it on the page of the order.`
export const subscriptions_awaiting_open = (p: { reference: string | number }): string => isFrench() ? `Ouvrir ${show(p.reference)}` : `Open ${show(p.reference)}`
