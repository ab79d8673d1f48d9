import { lookAt } from '../../store/examine.js'
import { boardOf, databasePassword } from '../session.js'
import { namedInVain } from '../wan-interfaces.js'
import { examineDatabase } from './database.js'
import { good, warning, type Check } from './finding.js'

/** What `wan.interfaces` names: that scans have seen it, and that its links are imported. Nothing before a scan. */
export const checkWan: Check = async (patient) => {
  const { config, m } = patient
  const { interfaces } = config.wan
  if (interfaces.length === 0) return []
  const examined = await examineDatabase(patient)
  if (examined.status !== 'examined' || examined.damage !== null || examined.lastScanAt === null) return []
  const password = await databasePassword(config, patient)
  const { ports, links } = await lookAt(config.database, password, (db) => namedInVain(db, boardOf(config), interfaces))
  const { doctor, format } = m
  if (ports.length + links.length === 0) return [good('wan', doctor.wan(format.number(interfaces.length)))]
  return [
    ...ports.map(({ device, ifName, isDeviceKnown }) =>
      isDeviceKnown
        ? warning('wan', doctor.wanNoPort(device, ifName), doctor.wanNoPortMend(device))
        : warning('wan', doctor.wanNoDevice(device, ifName), doctor.wanNoDeviceMend),
    ),
    ...links.map((id) => warning('wan', doctor.wanNoLink(id), doctor.wanNoLinkMend)),
  ]
}
