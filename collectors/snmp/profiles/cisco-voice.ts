import { defineProfile } from '../naming/define-profile.js'

/** Cisco Unified Communications servers (UCOS). */
export default defineProfile({
  id: 'cisco-voice',
  sysObjectIDs: [
    '1.3.6.1.4.1.9.1.582', // ciscoMCS7815I
    '1.3.6.1.4.1.9.1.583', // ciscoMCS7825H
    '1.3.6.1.4.1.9.1.584', // ciscoMCS7835H
    '1.3.6.1.4.1.9.1.585', // ciscoMCS7835I
    '1.3.6.1.4.1.9.1.586', // ciscoMCS7845H
    '1.3.6.1.4.1.9.1.587', // ciscoMCS7845I
    '1.3.6.1.4.1.9.1.588', // ciscoMCS7855I
    '1.3.6.1.4.1.9.1.589', // ciscoMCS7865I
    '1.3.6.1.4.1.9.1.593', // ciscoCCM
    '1.3.6.1.4.1.9.1.746', // ciscoMCS7825I
    '1.3.6.1.4.1.9.1.898', // ciscoMCS7816I
    '1.3.6.1.4.1.9.1.899', // ciscoMCS7828I
    '1.3.6.1.4.1.9.1.900', // ciscoMCS7816H
    '1.3.6.1.4.1.9.1.901', // ciscoMCS7828H
    '1.3.6.1.4.1.9.1.1348', // ciscoUCVirtualMachine
  ],
  vendor: 'Cisco',
  kind: 'voip',
  osName: 'UCOS',
  // `Hardware:VMware, 1  Intel(R) Xeon(R) …, 8192 MB Memory: Software:UCOS 7.0.0.0-4`
  model: [{ from: 'productName', match: /^cisco(MCS\d\w*)$/ }],
  version: [{ from: 'sysDescr', match: /UCOS (\d[\d.-]*)/ }],
  only: ['model', 'version'],
})
