import { defineProfile } from '../naming/define-profile.js'

/** OpenWrt routers: the kernel names the host OpenWrt unless a person renamed it. */
export default defineProfile({
  id: 'openwrt',
  sysObjectIDs: [],
  sysDescr: /^Linux OpenWrt\b/i,
  vendor: 'OpenWrt',
  kind: 'router',
  osName: 'OpenWrt',
  model: [{ from: 'extend hardware' }],
  version: [{ from: 'extend distro', match: /^(?:OpenWrt )?(\d\S*)/ }],
  only: ['model', 'version'],
})
