export { deliverByMail, deliveryStates, releaseWaiting, type Delivery } from "./deliver.ts";
export { anyHandedOver, type Attachment } from "./queries.ts";
