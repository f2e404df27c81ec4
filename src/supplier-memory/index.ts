// What other nouns may use of supplier memory.
export { askLesson, memoryOfCompany, memoryOfSupplier, settleLesson, waitingLesson, type LessonEnd } from "./memory.ts";
export { MOST_REPLAYED } from "./policy.ts";
