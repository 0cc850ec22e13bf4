export const live = "Live";
export const reconnecting = "Reconnecting";
