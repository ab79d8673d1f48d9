/**
 * The command that brings what is lacking: the same wherever the lack is told, in the state of the data, in a gap's
 * reasons and on the map.
 */
export const mend = {
  coordinates: { fr: `cartable importer schools <fichier>`, en: `cartable import schools <file>` },
  enrolment: { fr: `cartable importer enrolment <fichier>`, en: `cartable import enrolment <file>` },
  link: { fr: `cartable importer wan-links <fichier>`, en: `cartable import wan-links <file>` },
  capacity: { fr: `cartable importer wan-links <fichier>`, en: `cartable import wan-links <file>` },
  network: { fr: `cartable importer networks <fichier>`, en: `cartable import networks <file>` },
  scan: { fr: `cartable balayer`, en: `cartable scan` },
  shares: { fr: `cartable importer shares <fichier>`, en: `cartable import shares <file>` },
} as const
