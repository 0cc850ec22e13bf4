export const dashboards = "Dashboards";
export const delivery = "Delivery";
