import { Box, useApp, useInput, type Key } from 'ink'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Messages } from '../i18n/translator.js'
import { Body, cardLinesOf } from './body.js'
import { Frame, TooSmall, type FrameProps } from './frame.js'
import { hintsOf } from './hints.js'
import { pressesOf } from './keys.js'
import type { Port } from './port.js'
import { rowsOf } from './rows.js'
import { FRAME_ROWS, LEAST, WIDE } from './sizes.js'
import { at, FIRST, press, type Effect, type Ui, type World } from './state.js'
import { statusLine } from './status-line.js'
import { ColourContext } from './theme.js'
import { useDevice } from './use-device.js'
import { useInventory } from './use-inventory.js'
import { useNow } from './use-now.js'
import { useScan } from './use-scan.js'

/** The interface. It ends through `useApp().exit`; `signal` ends it from outside. */
export function App({
  port,
  database,
  board,
  colour,
  signal,
  width,
  height,
  notice,
  m,
}: {
  readonly port: Port
  /** Where the database is, or will be. */
  readonly database: string
  /** The board's name as long as no database says it. */
  readonly board: string | null
  readonly colour: boolean
  readonly signal: AbortSignal
  readonly width: number
  readonly height: number
  /** Something to tell once, or null. */
  readonly notice: string | null
  readonly m: Messages
}): ReactNode {
  const { exit } = useApp()
  const [ui, setUi] = useState<Ui>(FIRST)
  const current = useRef(ui)
  const [isQuitting, setQuitting] = useState(false)
  const { inventory, isLoading, trouble, reload } = useInventory(port)
  const devices = inventory?.devices
  const scanning = useScan(port, devices, reload)
  const { state: scan, start, stop, settled } = scanning
  const now = useNow(port, scan.running === null ? 15_000 : 1000)
  // Only devices and buildings matter to it: scans change every few seconds while one goes on.
  const rows = useMemo(() => (inventory === null ? null : rowsOf(inventory, m)), [devices, inventory?.buildings, m])
  const isWide = width >= WIDE
  const bodyHeight = height - FRAME_ROWS

  const chosenDevice = (of: Ui) => rows?.devices(of.places.devices, of.sort)[of.places.devices.cursor] ?? null
  const chosenBuilding = (of: Ui) => rows?.buildings(of.places.buildings)[of.places.buildings.cursor] ?? null
  const device = chosenDevice(ui)
  const wantsCard = ui.view === 'devices' && device !== null && (isWide || ui.places.devices.card)
  const card = useDevice(port, wantsCard ? device.managementAddress : null, devices)
  const lines = rows === null ? [] : cardLinesOf({ ui, rows, card, device, building: chosenBuilding(ui), width, m })

  const worldOf = (of: Ui): World => ({
    count:
      rows === null
        ? 0
        : of.view === 'overview'
          ? rows.concerns.length
          : of.view === 'devices'
            ? rows.devices(of.places.devices, of.sort).length
            : of.view === 'buildings'
              ? rows.buildings(of.places.buildings).length
              : 0,
    // A list has a header; a card has none.
    page: of.places[of.view].card ? bodyHeight : bodyHeight - 1,
    cardLines: lines.length,
    facet: rows?.concerns[of.places.overview.cursor]?.facet ?? null,
    building: chosenBuilding(of)?.building ?? null,
    scan: scan.running === null ? 'idle' : scan.running.isStopping ? 'stopping' : 'running',
    canStart: scan.plan !== null && !('message' in scan.plan),
    // The letter of either language: fingers do not follow the setting.
    yes: ['y', 'o'],
  })

  const leave = useCallback(async (): Promise<void> => {
    setQuitting(true)
    stop()
    await settled()
    exit()
  }, [stop, settled, exit])
  useEffect(() => {
    const ended = (): void => void leave()
    if (signal.aborted) ended()
    signal.addEventListener('abort', ended)
    return () => signal.removeEventListener('abort', ended)
  }, [signal, leave])

  const carryOut: Readonly<Record<Effect, () => void>> = {
    quit: () => void leave(),
    reload,
    start: () => {
      if (scan.plan !== null && !('message' in scan.plan)) start(scan.plan, current.current.ping)
    },
    stop,
    suspend: port.suspend,
    repaint: port.repaint,
  }
  // Keys come between two drawings too: they find things as they were last drawn.
  const latest = useRef({ worldOf, carryOut, isQuitting })
  latest.current = { worldOf, carryOut, isQuitting }
  const onInput = useCallback((input: string, key: Key): void => {
    for (const each of pressesOf(input, key)) {
      if (latest.current.isQuitting) return
      const [next, effect] = press(current.current, each, latest.current.worldOf(current.current))
      current.current = next
      if (effect !== null) latest.current.carryOut[effect]()
    }
    setUi(current.current)
  }, [])
  useInput(onInput)

  useEffect(() => {
    if (rows === null) return
    const timer = setInterval(() => {
      if (rows.prepare()) clearInterval(timer)
    }, 5)
    return () => clearInterval(timer)
  }, [rows])

  // The line that was chosen stays so when the database is read again.
  const chosen = useRef<string | null>(null)
  useLayoutEffect(() => {
    if (rows === null || chosen.current === null) return
    const { devices: place } = current.current.places
    const list = rows.devices(place, current.current.sort)
    const index = list.findIndex(({ managementAddress }) => managementAddress === chosen.current)
    const cursor = index === -1 ? Math.max(0, Math.min(place.cursor, list.length - 1)) : index
    current.current = at(current.current, 'devices', { cursor })
    setUi(current.current)
  }, [rows])
  useLayoutEffect(() => {
    chosen.current = device?.managementAddress ?? null
  }, [device])

  if (width < LEAST.columns || height < LEAST.rows) return <TooSmall width={width} height={height} m={m} />
  const world = worldOf(ui)
  return (
    <ColourContext.Provider value={colour}>
      <Frame
        view={ui.view}
        counts={countsOf(inventory, scan, m)}
        board={inventory?.board ?? board}
        clock={m.format.dateTime(new Date(now).toISOString())}
        status={statusLine({ ui, world, rows, scan, isQuitting, isLoading, trouble, notice, m })}
        hints={isQuitting ? [] : hintsOf(ui, world, m)}
        width={width}
        height={height}
        m={m}
      >
        <Box width={width} height={bodyHeight} flexShrink={0}>
          <Body
            ui={ui}
            rows={rows}
            inventory={inventory}
            scan={scan}
            isLoading={isLoading}
            trouble={trouble}
            database={database}
            lines={lines}
            width={width}
            height={bodyHeight}
            now={now}
            m={m}
          />
        </Box>
      </Frame>
    </ColourContext.Provider>
  )
}

function countsOf(
  inventory: ReturnType<typeof useInventory>['inventory'],
  { running }: ReturnType<typeof useScan>['state'],
  m: Messages,
): FrameProps['counts'] {
  const asked = running?.progress?.asked ?? 0
  return {
    ...(inventory === null
      ? {}
      : {
          devices: m.format.number(inventory.devices.length),
          buildings: m.format.number(inventory.buildings.length),
        }),
    ...(running === null
      ? {}
      : { scan: m.format.percent(running.addresses === 0 ? 0 : Math.min(1, asked / running.addresses)) }),
  }
}
