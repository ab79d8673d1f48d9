import { defineProfile } from '../naming/define-profile.js'

/** Avaya IP Office. */
export default defineProfile({
  id: 'avaya-ip-office',
  sysObjectIDs: [
    '1.3.6.1.4.1.6889.1.2', // IPO-PROD-MIB::ipoProdMIB
    '1.3.6.1.4.1.6889.1.48', // AV-SME-PLATFORM-PROD-MIB::avSMEPlatformProdMIB
  ],
  vendor: 'Avaya',
  kind: 'voip',
  osName: 'IP Office',
})
