import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers in place of the server. `pass` gives what the honest one says. */
export type Lie = (
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => Promise<{ status: number; body: string }>,
) => Promise<void> | void;

/** A server in front of another, which lies as it is told to. */
export interface LyingServer {
  readonly address: string;
  /** The database behind it. */
  target: string;
  /** Null: it passes on what the honest one says. */
  lie: Lie | null;
  readonly close: () => void;
}

export async function startLyingServer(): Promise<LyingServer> {
  const server = createServer((request, response) => {
    answer(liar, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const liar: LyingServer = {
    address: `http://127.0.0.1:${port}`,
    target: '',
    lie: null,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return liar;
}

async function answer(
  { lie, target }: LyingServer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const pass = async () => {
    const { authorization = '' } = request.headers;
    const headers = { authorization, 'content-type': 'application/json' };
    const init = { method: request.method ?? 'GET', headers };
    const honest = await fetch(target + (request.url ?? ''), body === '' ? init : { ...init, body });
    return { status: honest.status, body: await honest.text() };
  };
  if (lie !== null) return lie(request, response, pass);
  const honest = await pass();
  say(response, honest.body, honest.status);
}

export const isOf = (request: IncomingMessage, call: string): boolean =>
  request.url?.startsWith(`/${call}`) === true;

export function say(response: ServerResponse, body: string, status = 200, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(body);
}

/** Lies at this call, and is honest at the others. */
export function lieAt(call: string, wrong: (response: ServerResponse, honest: string) => void): Lie {
  return async (request, response, pass) => {
    const { status, body } = await pass();
    if (isOf(request, call)) wrong(response, body);
    else say(response, body, status);
  };
}

/** Says something else than the honest answer, which is given as what it says as JSON. */
export function twist(call: string, turn: (honest: never) => unknown): Lie {
  return lieAt(call, (response, honest) => say(response, JSON.stringify(turn(JSON.parse(honest) as never))));
}
