import type { ReasonCode } from '../../model/outcome.js'
import { fr } from '../typography.js'

/** Why a target was not read, or not whole: one sentence, and where it helps, what to look at. */
export const reasons = {
  'no-answer': {
    fr: fr`aucune réponse : adresse libre, appareil éteint ou filtré`,
    en: `no answer: free address, device off or filtered`,
  },
  'host-up-snmp-silent': {
    fr: fr`l'hôte répond au ping mais pas en SNMP : agent arrêté, filtrage, ou accès (communauté ou clé) différent`,
    en: `the host answers ping but not SNMP: agent stopped, filtered, or another community or key`,
  },
  'port-closed': { fr: fr`le port SNMP est fermé`, en: `the SNMP port is closed` },
  'view-empty': {
    fr: fr`l'agent répond mais ne montre rien : la vue accordée à cet accès est vide`,
    en: `the agent answers but shows nothing: the view granted to this credential is empty`,
  },
  'v3-unknown-user': { fr: fr`SNMPv3 : utilisateur inconnu de l'agent`, en: `SNMPv3: user unknown to the agent` },
  'v3-wrong-key': {
    fr: fr`SNMPv3 : mauvaise clé d'authentification ou de chiffrement`,
    en: `SNMPv3: wrong authentication or privacy key`,
  },
  'v3-unsupported': {
    fr: fr`SNMPv3 : protocole ou niveau de sécurité non pris en charge`,
    en: `SNMPv3: protocol or security level not supported`,
  },
  'agent-loop': {
    fr: fr`l'agent tourne en rond : lecture interrompue, ce qui a été lu est gardé`,
    en: `the agent loops: reading stopped, what was read is kept`,
  },
  'agent-broken': { fr: fr`l'agent renvoie des paquets illisibles`, en: `the agent sends back unreadable packets` },
  'timed-out-midway': {
    fr: fr`l'agent a cessé de répondre en cours de lecture, ce qui a été lu est gardé`,
    en: `the agent stopped answering midway, what was read is kept`,
  },
  'cap-reached': {
    fr: fr`limite de lignes, d'octets ou de temps atteinte, ce qui a été lu est gardé`,
    en: `limit of rows, bytes or time reached, what was read is kept`,
  },
  'refused-source': {
    fr: fr`réponse refusée : elle vient d'une autre adresse que celle qui a été interrogée`,
    en: `answer refused: it comes from another address than the one asked`,
  },
  blackout: { fr: fr`plage horaire sans balayage`, en: `blackout hours` },
  cancelled: { fr: fr`balayage interrompu avant cette adresse`, en: `scan interrupted before this address` },
} as const satisfies Record<ReasonCode, { fr: string; en: string }>

/** The same in two or three words, for tables. */
export const shortReasons = {
  'no-answer': { fr: fr`sans réponse`, en: `no answer` },
  'host-up-snmp-silent': { fr: fr`muet en SNMP`, en: `SNMP silent` },
  'port-closed': { fr: fr`port fermé`, en: `port closed` },
  'view-empty': { fr: fr`vue vide`, en: `empty view` },
  'v3-unknown-user': { fr: fr`v3 : utilisateur`, en: `v3: user` },
  'v3-wrong-key': { fr: fr`v3 : clé`, en: `v3: key` },
  'v3-unsupported': { fr: fr`v3 : protocole`, en: `v3: protocol` },
  'agent-loop': { fr: fr`boucle`, en: `loop` },
  'agent-broken': { fr: fr`illisible`, en: `unreadable` },
  'timed-out-midway': { fr: fr`interrompu`, en: `broke off` },
  'cap-reached': { fr: fr`limite`, en: `limit` },
  'refused-source': { fr: fr`autre source`, en: `other source` },
  blackout: { fr: fr`plage exclue`, en: `blackout` },
  cancelled: { fr: fr`annulé`, en: `cancelled` },
} as const satisfies Record<ReasonCode, { fr: string; en: string }>
