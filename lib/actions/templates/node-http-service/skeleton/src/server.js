import { createServer } from "node:http";

/** The service's HTTP server. `GET /health` says whether it can take traffic, `GET /metrics` what it has done. */
export function makeServer() {
  const requestsByPath = new Map();
  return createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    requestsByPath.set(path, (requestsByPath.get(path) ?? 0) + 1);
    if (path === "/health") return answer(response, 200, { status: "ok" });
    if (path === "/metrics") return answer(response, 200, { requests: Object.fromEntries(requestsByPath) });
    if (path === "/") return answer(response, 200, { service: ${{ values.name | dump }} });
    return answer(response, 404, { error: "There is nothing at this address" });
  });
}

function answer(response, status, body) {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}
