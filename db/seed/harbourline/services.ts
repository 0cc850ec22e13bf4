import { commerceServices } from "./services/commerce.ts";
import { moneyServices } from "./services/money.ts";
import { platformServices } from "./services/platform.ts";
import type { Service } from "./services/service-shape.ts";
import type { TeamName } from "./teams.ts";

export type { Service } from "./services/service-shape.ts";

/** Sixty services. Who calls whom follows the money and the parcel. */
export const services: Service[] = [...moneyServices, ...commerceServices, ...platformServices];

/** What is not a service: libraries, and one that is on its way out. */
export const libraries: {
  name: string;
  system: string;
  owner: TeamName;
  language: Service["language"];
  description: string;
  lifecycle?: "deprecated";
}[] = [
  {
    name: "money-kt",
    system: "books",
    owner: "ledger",
    language: "kotlin",
    description: "Amounts that cannot be added across currencies.",
  },
  {
    name: "tide-ui",
    system: "merchant-portal",
    owner: "merchants",
    language: "typescript",
    description: "Harbourline's interface components.",
  },
  {
    name: "outbox-go",
    system: "streams",
    owner: "data",
    language: "go",
    description: "The outbox table and its publisher, for services in Go.",
  },
  {
    name: "trace-kit",
    system: "runway",
    owner: "foundation",
    language: "go",
    description: "Tracing and structured logs with the company's defaults.",
  },
  {
    name: "legacy-http",
    system: "runway",
    owner: "foundation",
    language: "java",
    description: "The old HTTP client. Use the platform's own instead.",
    lifecycle: "deprecated",
  },
];
