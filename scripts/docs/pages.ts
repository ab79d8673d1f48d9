import { playGuides } from './guides.js'

/** Every page that is made and not written by hand, by path in docs/. */
export async function allPages(): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await playGuides())])
}
