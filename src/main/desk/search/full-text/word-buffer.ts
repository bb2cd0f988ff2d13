import { grown } from './grown'

/** Words one after the other: their letters in one buffer. */
export class WordBuffer {
  units = new Uint16Array(1 << 14)
  /** Where each word begins; one more than there are words. */
  starts = new Uint32Array(1 << 12)
  count = 0

  clear(): void {
    this.count = 0
  }

  /** Adds the word that is the first `length` of some units. */
  add(units: Uint16Array, length: number): void {
    const start = this.starts[this.count] ?? 0
    if (start + length > this.units.length) this.units = grown(this.units, start + length)
    if (this.count + 2 > this.starts.length) this.starts = grown(this.starts, this.count + 2)
    for (let i = 0; i < length; i++) this.units[start + i] = units[i] ?? 0
    this.starts[++this.count] = start + length
  }
}
