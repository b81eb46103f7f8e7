/**
 * True where the database cannot serve just now and the same request may succeed later: the connection is lost, the server
 * starts, stops or was killed, its disk or memory is full, or it takes no more connections.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  // SQLSTATE classes 08 connection, 53 resources, 57P0x shutdown and start, 58 the system beneath.
  if (
    /^(?:08\w{3}|53\w{3}|57P0[1-5]|58\w{3}|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOSPC)$/u.test(code ?? '')
  )
    return true;
  return (
    /connection terminated|connection error|timeout exceeded when trying to connect/iu.test(error.message) ||
    (error.cause !== undefined && isUnavailable(error.cause))
  );
}
