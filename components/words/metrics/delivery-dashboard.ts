import { numberText } from "#components/words/format.ts";

export const delivery = "Delivery";
export const dorasFiveNothingWasDeployed = (whose: string, days: number, last: string) =>
  `DORA's five${whose}. Nothing was deployed to production in the ${numberText(days)} days to ${last}.`;
export const dorasFiveOverProductionDeployments = (
  services: number,
  whose: string,
  timeZone: string,
  days: number,
  last: string,
  bots: number,
) =>
  `DORA's five over production deployments of ${numberText(services)} services${whose}. ${timeZone}, ${numberText(days)} days to ${last}, changes by bots left out (${numberText(bots)}).`;
