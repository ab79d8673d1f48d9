import { defineProfile } from '../naming/define-profile.js'

/** Allied Telesis AlliedWare and AlliedWare Plus. */
export default defineProfile({
  id: 'allied-telesis',
  proof: 'recorded',
  sysObjectIDs: ['1.3.6.1.4.1.207'],
  vendor: 'Allied Telesis',
  kind: [{ from: 'sysDescr', match: /router|\bAR\d/i, kind: 'router' }, 'switch'],
  objects: {
    'AT-INTERFACES-MIB::arBoardName': '1.3.6.1.4.1.207.8.4.4.5.2.1.3',
    'AT-INTERFACES-MIB::arBoardSerialNumber': '1.3.6.1.4.1.207.8.4.4.5.2.1.5',
    'AT-RESOURCE-MIB::rscBoardName': '1.3.6.1.4.1.207.8.4.4.3.21.1.1.4',
    'AT-RESOURCE-MIB::rscBoardSerialNumber': '1.3.6.1.4.1.207.8.4.4.3.21.1.1.8',
    'AT-SETUP-MIB::currSoftVersion': '1.3.6.1.4.1.207.8.4.4.4.500.2.1.1',
  },
  model: [
    { from: 'rscBoardName' },
    { from: 'arBoardName' },
    { from: 'sysDescr', match: /^(CentreCOM \S+|AT-\S+|x\d\S+),? / },
  ],
  version: [{ from: 'currSoftVersion' }, { from: 'sysDescr', match: /version (\d[^\s,]*)/i }],
  serial: [{ from: 'rscBoardSerialNumber' }, { from: 'arBoardSerialNumber' }],
})
