export const sidebar = "Sidebar";
export const searchOrRun = "Search or run…";
