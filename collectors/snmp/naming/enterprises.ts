import type { DeviceKind } from '../../../src/model/device.js'

/** A maker by its private enterprise number: the name it sells under, and what its devices are when they all are one thing. */
export interface Enterprise {
  readonly vendor: string
  readonly kind: DeviceKind | null
}

/**
 * Makers that schools, offices and small providers buy from: the number below 1.3.6.1.4.1 (IANA's register of private
 * enterprise numbers) and the name, by the kind of device that is all or most of what they make.
 */
const MAKERS: Readonly<Partial<Record<DeviceKind | 'several', string>>> = {
  switch: `
    33 MRV; 43 3Com; 45 Nortel; 52 Enterasys; 164 RAD; 171 D-Link; 207 Allied Telesis; 248 Hirschmann; 259 Edgecore;
    266 Nexans; 629 MRV; 868 Transition Networks; 1271 Ciena; 1588 Brocade; 1916 Extreme Networks; 1991 Brocade;
    2272 Extreme Networks; 2544 ADVA; 2882 Comtrol; 2928 Net Insight; 3181 Microsens; 3320 BDCOM; 3709 Datacom;
    3955 Linksys; 4346 Phoenix Contact; 4515 PacketLight; 4526 Netgear; 4881 Ruijie; 5504 Zhone; 5567 Riverstone;
    5624 Enterasys; 5651 Maipu; 5875 FiberHome; 6027 Dell; 6141 Ciena; 6296 Dasan; 6321 Calix; 6339 DCN;
    6486 Alcatel-Lucent; 7244 Quanta; 7428 PowerDsine; 7800 Ubiquoss; 8691 Moxa; 8886 Raisecom; 9303 PacketFront;
    10456 Planet; 11863 TP-Link; 15004 RuggedCom; 16177 Westermo; 16885 Nortel; 18070 BTI Systems; 20044 Ekinops;
    21296 Infinera; 22420 Accedian; 24062 Korenix; 25506 H3C; 26543 Lenovo; 27514 QTECH; 28866 TRENDnet;
    30065 Arista; 33049 Mellanox; 35265 Eltex; 40310 Cumulus Networks; 42229 Coriant; 44194 EnGenius; 46242 Netonix;
    47196 Aruba; 52642 FS;`,
  router: `
    272 bintec elmeg; 2352 Ericsson; 2356 LANCOM; 3309 Nomadix; 6527 Nokia; 7367 DrayTek; 13191 OneAccess;
    14988 MikroTik; 20992 Cradlepoint; 23695 Peplink; 23867 Silver Peak; 27662 Peplink; 30803 Vyatta;
    35424 Viprinet; 41916 Cisco; 44641 VyOS; 45346 VMware; 48690 Teltonika;`,
  firewall: `
    1369 Forcepoint; 2604 Sophos; 2620 Check Point; 3097 WatchGuard; 3224 Juniper; 4355 WatchGuard; 8741 SonicWall;
    9789 Sophos; 10704 Barracuda; 10734 TippingPoint; 11256 Stormshield; 12356 Fortinet; 12532 Pulse Secure;
    13644 Netgate; 20632 Barracuda; 21067 Cyberoam; 24693 FireBrick; 25461 Palo Alto Networks; 28557 Hillstone;`,
  'access-point': `
    161 Motorola; 388 Zebra; 2281 Ceragon; 3373 SIAE; 4458 Radwin; 5454 Trango; 7262 DragonWave; 7571 SAF; 8744 HPE;
    11898 Proxim; 12140 Alcoma; 15768 BelAir; 17713 Cambium Networks; 21013 Xirrus; 25053 Ruckus; 26928 Aerohive;
    31926 Siklu; 32750 LigoWave; 32761 LigoWave; 33555 Racom; 43356 Mimosa; 47307 IgniteNet; 61802 Alta Labs;`,
  'wifi-controller': `
    14179 Cisco; 14525 Juniper; 15983 Fortinet;`,
  printer: `
    186 Toshiba; 236 Samsung; 253 Xerox; 297 Fuji Xerox; 367 Ricoh; 641 Lexmark; 683 Zebra; 1129 Toshiba;
    1248 Epson; 1347 Kyocera; 1602 Canon; 1963 Intermec; 2001 Oki; 2385 Sharp; 2435 Brother; 10642 Zebra;
    10917 Datamax; 18334 Konica Minolta; 27278 Sindoh; 40093 Pantum; 42406 Sato; 43564 TSC; 58515 HP;`,
  power: `
    318 APC; 476 Vertiv; 534 Eaton; 705 Eaton; 850 Tripp Lite; 885 Vertiv; 935 Megatec; 1356 Generex;
    1718 Server Technology; 1918 Eaton; 2254 Delta Electronics; 2468 Ingrasys; 3808 CyberPower;
    3833 Schneider Electric; 4555 Socomec; 5491 Riello; 6050 Gamatronic; 6302 Vertiv; 7239 Legrand; 12148 Eltek;
    13400 Vertiv; 13742 Raritan; 13858 Valere; 17420 DigiPower; 19536 Panduit; 21239 Vertiv; 28507 Gude;
    30650 Para Systems; 30932 Chatsworth; 31034 Schleifenbauer; 34097 Racktivity; 34278 Janitza; 38446 Enlogic;
    50138 Legrand;`,
  camera: `
    368 Axis; 3967 Bosch; 21701 Mobotix; 23465 Vivotek; 36849 Hanwha; 37496 Dahua; 39165 Hikvision; 46202 Avigilon;
    50001 Hikvision; 1004849 Dahua;`,
  storage: `
    116 Hitachi; 789 NetApp; 1139 Dell EMC; 1714 Infortrend; 1981 Dell EMC; 5227 Buffalo; 6574 Synology;
    11369 LenovoEMC; 12124 Isilon; 12740 Dell EqualLogic; 18928 Areca; 19746 Dell EMC; 24681 QNAP; 37447 Nimble;
    38243 Thecus; 40482 Pure Storage; 44738 Asustor; 47421 Cohesity; 49929 Rubrik; 50536 TrueNAS; 55062 QNAP;`,
  server: `
    2 IBM; 23 Novell; 42 Oracle; 111 Oracle; 231 Fujitsu; 232 HPE; 311 Microsoft; 20301 IBM; 21865 Unitrends;`,
  hypervisor: `
    6876 VMware; 41263 Nutanix;`,
  voip: `
    1027 Mitel; 2879 Sonus; 5003 AudioCodes; 5329 ShoreTel; 6530 2N; 6666 innovaphone; 7526 Snom; 9148 Oracle;
    22736 Digium; 26122 Zenitel; 32546 Valcom; 35987 Sangoma; 37459 Yealink; 38516 Allworx; 42397 Grandstream;
    59440 Fanvil;`,
  environment: `
    2606 Rittal; 2682 DPS Telecom; 3052 Asentria; 3699 Network Technologies; 3854 AKCP; 5528 NetBotz; 9839 Carel;
    16174 Sensatronics; 17095 ServersCheck; 17373 Geist; 18248 Papouch; 19011 Jacarta; 20916 AVTECH; 21796 HW group;
    22626 Comet; 29462 Stulz; 37954 Kentix; 52674 APC;`,
  appliance: `
    244 Lantronix; 332 Digi; 1229 SEH; 1230 McAfee; 1872 Radware; 1966 Perle; 2440 EfficientIP; 2634 WTI;
    2925 Cyclades; 3375 F5; 3417 Blue Coat; 5597 Meinberg; 5951 Citrix; 6101 Trend Micro; 7779 Infoblox;
    8239 Juniper; 9694 Arbor Networks; 10418 Avocent; 12196 Kemp; 12276 F5; 13827 EndRun; 14501 Blue Coat;
    15397 Procera; 15497 Cisco; 17163 Riverbed; 22610 A10; 23263 Exceliance; 25049 Opengear; 25597 FireEye;
    26866 Gigamon; 33234 Halon; 59732 Skyhigh Security;`,
  bmc: `
    10876 Supermicro; 19046 Lenovo;`,
  av: `
    2374 SMART Technologies; 2684 Polycom; 3212 Crestron; 5596 Cisco; 7312 Barco; 13885 Polycom; 18026 Extron;
    20341 LifeSize; 44457 Biamp; 49563 Shure;`,
  several: `
    9 Cisco; 11 HPE; 63 Apple; 94 Nokia; 119 NEC; 122 Sony; 193 Ericsson; 211 Fujitsu; 258 Panasonic; 343 Intel;
    351 Cisco; 429 3Com; 562 Nortel; 637 Alcatel-Lucent; 664 Adtran; 674 Dell; 800 Alcatel-Lucent; 890 Zyxel;
    1429 Cisco; 1768 Patton; 2011 Huawei; 2467 Cisco; 2623 Asus; 2636 Juniper; 3076 Cisco; 3607 Cisco; 3715 Teleste;
    3845 Citrix; 3902 ZTE; 4329 Siemens; 4413 Broadcom; 4874 Juniper; 5655 Cisco; 5771 Cisco; 6889 Avaya;
    8164 Cisco; 12394 Alvarion; 14125 EnGenius; 14823 Aruba; 21317 ATEN; 29671 Cisco Meraki; 40989 FS;
    41112 Ubiquiti;`,
}

const ENTERPRISES: ReadonlyMap<number, Enterprise> = new Map(
  Object.entries(MAKERS).flatMap(([kind, makers]) =>
    [...makers.matchAll(/(\d+) ([^;]+);/g)].map(([, number, vendor = '']): [number, Enterprise] => [
      Number(number),
      { vendor, kind: kind === 'several' ? null : (kind as DeviceKind) },
    ]),
  ),
)

const PRIVATE = '1.3.6.1.4.1.'

/** Who made what answers with this sysObjectID; null when it names no maker that we know. */
export function findEnterprise(sysObjectID: string | null): Enterprise | null {
  if (sysObjectID === null || !sysObjectID.startsWith(PRIVATE)) return null
  return ENTERPRISES.get(Number.parseInt(sysObjectID.slice(PRIVATE.length), 10)) ?? null
}
