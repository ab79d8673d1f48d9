import type { Messages } from '../../i18n/translator.js'
import type { AllocationStep, ProrataWeights, ScaleBand } from '../../model/equipment.js'

/** Each step of a rule in words, in its order. */
export function stepTexts(steps: readonly AllocationStep[], m: Messages): string[] {
  return steps.map((step) => stepText(step, m))
}

function stepText(step: AllocationStep, m: Messages): string {
  const { report, format } = m
  switch (step.kind) {
    case 'reserve':
      return step.cents === null
        ? report.reservePercent(format.number(step.percent, 2))
        : report.reserveOf(format.money(step.cents))
    case 'floor-per-school':
      return report.floorPerSchool(format.money(step.cents)) + shareText(step, m)
    case 'per-pupil':
      return report.perPupil(format.money(step.cents)) + shareText(step, m)
    case 'base-per-board':
      return report.basePerBoard(format.money(step.cents)) + shareText(step, m)
    case 'sliding-scale': {
      const bands = step.bands.map((band) => bandText(band, m)).join(report.then)
      return report[step.per === 'building' ? 'scalePerBuilding' : 'scalePerSchool'](bands) + shareText(step, m)
    }
    case 'prorata': {
      const part = format.number(step.percent, 2)
      const weights = weightTexts(step.weights, m)
      const weighted = weights.length === 0 ? '' : report.weighted(weights.join(', '))
      return report[step.by === 'need' ? 'prorataNeed' : 'prorataPupils'](part) + weighted
    }
  }
}

function shareText({ ministrySharePercent }: { readonly ministrySharePercent: number }, m: Messages): string {
  return ministrySharePercent === 100 ? '' : m.report.ministryShare(m.format.number(ministrySharePercent, 2))
}

function bandText({ upTo, baseCents, perPupilCents, above }: ScaleBand, m: Messages): string {
  const { report, format } = m
  const text = {
    upTo: format.number(upTo),
    base: baseCents === 0 ? null : format.money(baseCents),
    perPupil: format.money(Math.abs(perPupilCents)),
    falls: perPupilCents < 0,
    above: above === 0 ? null : format.number(above),
  }
  return report.band(text)
}

function weightTexts({ deprivation, remoteness, smallSchool, specialStatus }: ProrataWeights, m: Messages): string[] {
  const { report, format } = m
  const factor = (value: number): string => format.number(value, 3)
  return [
    ...Object.entries(deprivation?.deciles ?? {}).map(([decile, by]) =>
      report.weightDecile(deprivation?.index.toUpperCase() ?? '', decile, factor(by)),
    ),
    ...Object.entries(remoteness?.regions ?? {}).map(([region, by]) => report.weightRegion(region, factor(by))),
    ...(remoteness?.beyondKm ?? []).map(({ km, factor: by }) => report.weightKm(format.number(km), factor(by))),
    ...(smallSchool === null ? [] : [report.weightSmall(format.number(smallSchool.upTo), factor(smallSchool.factor))]),
    ...(specialStatus === null ? [] : [report.weightStatus(factor(specialStatus))]),
  ]
}
