/**
 * Puts the greatest few of some numbers at the end, in rising order, and leaves the rest in none (Hoare's quickselect): many
 * are found, and a page of them is shown.
 */
export function putGreatestLast(numbers: Float64Array, few: number): void {
  const cut = Math.max(0, numbers.length - few)
  let low = 0
  let high = numbers.length - 1
  while (low < high && cut > 0) {
    const middle = middleOf(numbers[low] ?? 0, numbers[(low + high) >>> 1] ?? 0, numbers[high] ?? 0)
    let left = low
    let right = high
    while (left <= right) {
      while ((numbers[left] ?? 0) < middle) left++
      while ((numbers[right] ?? 0) > middle) right--
      if (left > right) break
      const other = numbers[left] ?? 0
      numbers[left++] = numbers[right] ?? 0
      numbers[right--] = other
    }
    // What lies between the two is all the same.
    if (cut <= right) high = right
    else if (cut >= left) low = left
    else break
  }
  numbers.subarray(cut).sort()
}

function middleOf(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
