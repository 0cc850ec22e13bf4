import { z } from "zod";

/** The answers of "Create a service", after they were checked against its form. */
export const ServiceInputs = z.object({
  name: z.string(),
  title: z.string(),
  description: z.string(),
  owner: z.string(),
  system: z.string().optional(),
  template: z.enum(["node-http-service", "static-docs"]),
  port: z.number().optional(),
  dataClass: z.string(),
  region: z.string().optional(),
  dataSteward: z.string().optional(),
});
export type ServiceInputs = z.infer<typeof ServiceInputs>;
