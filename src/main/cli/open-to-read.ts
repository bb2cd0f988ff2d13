import type { Desk } from '../desk/desk'
import { openDesk } from '../desk/open-desk'
import type { Given } from './command'
import { type ExitCode, fail, type Output } from './output'

/** Opens the desk for a command that changes nothing, and says what was not in order with it. */
export async function withDeskToRead(
  { deskFolder }: Given,
  out: Output,
  work: (desk: Desk) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> {
  const desk = await openDesk(deskFolder, { readOnly: true })
  if (!desk.ok) return fail(out, desk.error)
  try {
    return await work(desk.value)
  } finally {
    await desk.value.close()
  }
}
