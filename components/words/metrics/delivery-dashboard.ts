export const delivery = "Delivery";
export const dorasFiveNothingWasDeployed = (whose: string | number, days: string | number, last: string | number) =>
  `DORA's five${whose}. Nothing was deployed to production in the ${days} days to ${last}.`;
export const dorasFiveOverProductionDeployments = (
  services: string | number,
  whose: string | number,
  timeZone: string | number,
  days: string | number,
  last: string | number,
  bots: string | number,
) =>
  `DORA's five over production deployments of ${services} services${whose}. ${timeZone}, ${days} days to ${last}, changes by bots left out (${bots}).`;
