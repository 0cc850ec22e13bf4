import type { ReactNode } from "react";

export const definitions = "Definitions";
export const howTheseAreMeasured = "How these are measured";
export const howTheseDescription = (timeZone: string) =>
  `Days and weeks are those of ${timeZone}; a week starts on Monday. Percentiles interpolate between ranks (type 7). Teams are pooled, never averaged. Changes by bots are left out and counted.`;
export const notMeasurableWhen = (notMeasurableWhen: ReactNode) => <>Not measurable when {notMeasurableWhen}.</>;
