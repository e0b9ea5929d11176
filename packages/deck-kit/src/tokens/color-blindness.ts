type Triple = readonly [number, number, number]
type Matrix = readonly [Triple, Triple, Triple]

/** Machado, Oliveira and Fernandes 2009, complete loss, on linear RGB. */
const BLINDNESS = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Record<string, Matrix>

/** Linear RGB to the cone responses of OKLab, and those to OKLab (Ottosson 2020). */
const CONES: Matrix = [
  [0.412221, 0.536333, 0.051446],
  [0.211903, 0.6807, 0.107397],
  [0.088302, 0.281719, 0.629979],
]
const LAB: Matrix = [
  [0.210454, 0.793618, -0.004072],
  [1.977998, -2.428592, 0.450594],
  [0.025904, 0.782772, -0.808676],
]

/** A colour (`#rrggbb`) as somebody without one kind of cone sees it, in linear RGB. */
export function seenBy(kind: keyof typeof BLINDNESS, color: string): Triple {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return channel <= 0.040_45 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  const [r, g, b] = times(BLINDNESS[kind], [red ?? 0, green ?? 0, blue ?? 0])
  return [clamp(r), clamp(g), clamp(b)]
}

/** How far apart two colours of linear RGB look: their distance in OKLab. */
export function colorDistance(one: Triple, other: Triple): number {
  const [l1, a1, b1] = toLab(one)
  const [l2, a2, b2] = toLab(other)
  return Math.hypot(l1 - l2, a1 - a2, b1 - b2)
}

function toLab(color: Triple): Triple {
  const [l, m, s] = times(CONES, color)
  return times(LAB, [Math.cbrt(l), Math.cbrt(m), Math.cbrt(s)])
}

function times([x, y, z]: Matrix, vector: Triple): Triple {
  const dot = ([a, b, c]: Triple): number => a * vector[0] + b * vector[1] + c * vector[2]
  return [dot(x), dot(y), dot(z)]
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
