import { folded } from '../lib/text.js'
import type { FleetEntry, FleetStatus } from '../model/fleet.js'
import type { Cells } from '../model/input-kind.js'
import { choicesOf } from './reading/choices.js'
import { defineInput } from './reading/define-input.js'
import { Fields } from './reading/fields.js'

const statuses = choicesOf<FleetStatus>({
  active:
    words(`en service|in use|actif|active|actifs|en usage|utilisé|en fonction|fonctionnel|attribué|assigné|assigned
    |déployé|deployed|inscrit|enrolled|provisioned|géré|managed|conforme|compliant|en prêt|prêté|on loan|bon|good|ok`),
  'in-stock': words(`en stock|in stock|en réserve|entreposé|in storage|disponible|available|de rechange|spare
    |non attribué|unassigned|en inventaire`),
  broken:
    words(`en panne|brisé|brisée|défectueux|défectueuse|endommagé|damaged|hors service|out of service|en réparation
    |in repair|repair|inutilisable|faulty|defective`),
  retired:
    words(`retiré|retirée|mis au rebut|au rebut|rebut|hors d'usage|déclassé|decommissioned|deprovisioned|désinscrit
    |désactivé|disabled|inactif|inactive|disposed|recyclé|recycled|surplus|vendu|sold|donné`),
  lost: words('perdu|perdue|égaré|missing|introuvable|manquant'),
  stolen: words('volé|volée'),
})

/** What people write in a cell that has nothing to say. A serial is kept as written even so: the audit tells it. */
const ABSENT = new Set(
  words(
    '|n a|na|nd|so|s o|none|null|nil|aucun|aucune|unknown|inconnu|inconnue|not available|non disponible|never|jamais',
  ),
)

const MOST = { identifier: 100, text: 200 } as const

/** Headers of a register of people: beside them, « nom » is a person's. */
const OF_PEOPLE = ['prénom', 'first name', 'firstname', 'given name', 'nom de famille', 'last name', 'surname']

/**
 * The fleet as an MDM (Intune, Jamf, Mosyle, Google Admin), an inventory (GLPI, Lansweeper, PDQ) or a spreadsheet tells it, one device a row.
 *
 * Rows alike are all kept: a duplicate is what an audit looks for. No column that names people is read, unless the import is
 * asked to keep who has each device. A row without status is in use.
 */
export default defineInput({
  id: 'fleet',
  columns: [
    {
      name: 'serial',
      synonyms: words(`numéro de série|no de série|n° de série|série|n/s|serial number|serialnumber|serial no
        |device serial number|serial #|computer serial number|n° série|s/n`),
      required: false,
    },
    {
      name: 'mac',
      synonyms:
        words(`adresse MAC|MAC address|macaddress|adresses MAC|MAC addresses|MAC Wi-Fi|Wi-Fi MAC|WiFi MAC address
        |Wi-Fi MAC address|wiFiMacAddress|adresse MAC Wi-Fi|MAC Ethernet|Ethernet MAC|Ethernet MAC address
        |ethernetMacAddress|adresse MAC Ethernet|adresse physique|EthernetMAC|WiFi MAC|wifiMac|secondary MAC address
        |alternate MAC address`),
      required: false,
      several: true,
    },
    {
      name: 'asset_tag',
      synonyms:
        words(`étiquette|étiquette d'inventaire|numéro d'inventaire|no d'inventaire|n° d'inventaire|asset tag|asset
        |asset id|assettag|annotatedAssetId|inventory number|code-barres|barcode|bar code 1|annotated asset id|asset number`),
      required: false,
      prefersFirst: true,
    },
    {
      name: 'name',
      synonyms: words(`nom|nom de l'appareil|nom d'appareil|nom d'hôte|device name|devicename|computer name|hostname
        |host name|display name|displayName|asset name|assetname`),
      required: false,
      prefersFirst: true,
      ofPeople: { synonyms: ['nom', 'display name', 'displayName'], beside: OF_PEOPLE },
    },
    {
      name: 'model',
      synonyms: words(
        'modèle|nom du modèle|model name|product name|hardware model|produit|model identifier|computer model',
      ),
      required: false,
      prefersFirst: true,
    },
    {
      name: 'os',
      synonyms:
        words(`système|système d'exploitation|SE|operating system|operatingSystem|plateforme|platform|O/S|OS name|operating system name
        |système d'exploitation nom|operating system - name`),
      required: false,
      prefersFirst: true,
    },
    {
      name: 'os_version',
      synonyms: words(`version|version du système|version du système d'exploitation|version SE|OS version|osVersion
        |operating system version|O/S version|système d'exploitation version|operating system - version`),
      required: false,
      prefersFirst: true,
    },
    {
      name: 'last_contact',
      synonyms:
        words(`dernière connexion|dernier contact|dernière synchronisation|dernière communication|dernière activité
        |vu pour la dernière fois|last check-in|last checkin|last contact|last seen|lastseen|last sync|lastSync
        |lastSyncDateTime|last policy sync|most recent activity|last successful scan|last online|last beat|date last beat
        |last info update|last inventory update|last inventory date|date du dernier inventaire|agents last contact`),
      required: false,
      prefersFirst: true,
    },
    {
      name: 'school',
      synonyms: words("CD_ORGNS|Code_Org|école|code_école|code de l'école|organisme|établissement|school code"),
      required: false,
    },
    {
      name: 'status',
      synonyms: words("statut|état|état de l'appareil|device status|condition|asset state|enrollment status"),
      required: false,
      prefersFirst: true,
    },
  ],
  personal: {
    user: [
      ...OF_PEOPLE,
      ...words(`utilisateur|utilisatrice|utilisateur principal|utilisateur assigné|nom de l'utilisateur|nom d'utilisateur
        |assigné à|attribué à|prêté à|user|username|user name|full name|assigned user|assigned to|assigned|primary user
        |primary user display name|userDisplayName|owner|owner name|propriétaire|annotatedUser|recent users|recentUsers
        |élève|student|enseignant|teacher|employé|employee|usager|most recent user|last user|last logged on user
        |logged on user|current user|dernier utilisateur|dernière utilisatrice|utilisateur courant|user display name
        |nom du propriétaire`),
    ],
    email: words(`courriel|adresse courriel|email|e-mail|email address|emailAddress|primary user email address
      |primary user UPN|user email|user principal name|userPrincipalName|UPN|owner email|courriel du propriétaire`),
    phone: words('téléphone|phone number|phone'),
    never: words('fiche|code permanent|usager numéro|alternate username|alternate username number|user id'),
  },
  unverified: words('Google Admin|Intune|Jamf Pro|Jamf School|Mosyle|GLPI|Lansweeper|PDQ Inventory'),
  needsOneOf: ['serial', 'mac'],
  parse(raw, report, texts): FleetEntry | null {
    const cells = withoutAbsent(raw)
    const at = new Fields(cells, report, texts)
    const serial = at.shortTextOrNull('serial', MOST.identifier)
    const mac = at.macs('mac')
    const assetTag = at.shortTextOrNull('asset_tag', MOST.identifier)
    const name = at.shortTextOrNull('name', MOST.text)
    const model = at.shortTextOrNull('model', MOST.text)
    const os = at.shortTextOrNull('os', MOST.text)
    const osVersion = at.shortTextOrNull('os_version', MOST.text)
    const lastContact = at.instantOrNull('last_contact')
    const school = at.codeOrNull('school')
    const status = at.choiceOrNull('status', statuses)
    if (serial === undefined || mac === undefined || assetTag === undefined || name === undefined) return null
    if (model === undefined || os === undefined || osVersion === undefined) return null
    if (lastContact === undefined || school === undefined || status === undefined) return null
    if (serial === null && mac.length === 0 && assetTag === null && name === null) {
      report({ column: null, message: texts.nothingIdentifies })
      return null
    }
    return {
      ...{ serial, mac, assetTag, name, model, os, osVersion },
      ...{ lastContact, school, status: status ?? 'active' },
    }
  },
  keyColumns: ['school', 'serial', 'mac', 'asset_tag', 'name'],
  keyOf: ({ school, serial, mac, assetTag, name }) => [school, serial, mac.join(' '), assetTag, name].join('\n'),
  keepsRepeats: true,
})

/** A list written in one text, with bars between. */
function words(text: string): readonly string[] {
  return text.split('|').map((word) => word.trim())
}

function withoutAbsent<Name extends string>(cells: Cells<Name>): Cells<Name> {
  const entries = Object.entries<string>(cells)
  return Object.fromEntries(
    entries.map(([name, cell]) => [name, name !== 'serial' && ABSENT.has(folded(cell)) ? '' : cell]),
  ) as Cells<Name>
}
