/** A copy with room for `length` and half as much again, so that growing by one is cheap on the whole. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(old: T, length: number): T {
  const make = old.constructor as new (length: number) => T
  const fresh = new make(Math.max(16, Math.ceil(length * 1.5)))
  fresh.set(old)
  return fresh
}
