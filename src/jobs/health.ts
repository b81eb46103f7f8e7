import { createServer, type Server } from 'node:http';
import type { Execute } from '../ledger/ledger.js';
import type { WorkerMetrics } from './metrics.js';

/**
 * Serves `/health` (200, or 503 where the database does not answer) and `/metrics` on loopback.
 * @param port 0 takes a free one.
 */
export async function serveHealth(
  port: number,
  execute: Execute,
  metrics: WorkerMetrics,
): Promise<{ address: string; close: () => Promise<void> }> {
  const answers: Record<string, () => Promise<[type: string, body: string]>> = {
    '/health': async () => {
      await execute('select 1');
      return ['application/json', '{"status":"ok"}\n'];
    },
    '/metrics': async () => ['text/plain; version=0.0.4; charset=utf-8', await metrics.text()],
  };
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) {
      response.writeHead(404).end('/health or /metrics\n');
      return;
    }
    void answer().then(
      ([type, body]) => response.writeHead(200, { 'content-type': type }).end(body),
      // What went wrong is in the worker's own output; an address that anybody may ask tells no more than that.
      () => response.writeHead(503).end('the database does not answer\n'),
    );
  });
  await listening(server, port);
  const { port: taken } = server.address() as { port: number };
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
