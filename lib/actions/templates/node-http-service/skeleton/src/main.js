import { makeServer } from "./server.js";

const port = Number(process.env.PORT ?? ${{ values.port }});
const server = makeServer();
server.listen(port, () => console.log(JSON.stringify({ event: "started", port })));

// Requests under way are answered before the process ends.
process.on("SIGTERM", () => server.close(() => process.exit(0)));
