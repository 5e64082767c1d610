/**
 * What officials are told of a complaint: it was filed, another unit handed it on, it was given to one, its citizen said what they were asked,
 * its answer is due within two working days, or was due.
 */
export const NOTICE_KINDS = ['filed', 'handed-on', 'assigned', 'given-more', 'due-soon', 'overdue'] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]
