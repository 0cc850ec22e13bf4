export const deliveryMessageId = (messageId: string) => `Delivery ${messageId}`;
export const body = "Body";
export const theFirst64Kib = "The first 64 KiB are shown; the API gives all of it.";
