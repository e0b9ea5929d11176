/** An amount as it is printed, rounded: 106.4 is "106", and 1.74 with one digit "1.7". */
export function rounded(amount: number, digits = 0): string {
  return amount.toFixed(digits)
}

/** The same, for what nobody should take to the last digit: 10.8 is "≈ 11". */
export function about(amount: number): string {
  return `≈ ${rounded(amount)}`
}
