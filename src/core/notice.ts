/** What is said in one small sentence. */

/** Small sentences that are not errors. */
export type NoticeCode =
  | "cancelled"
  /** Answers to a greeting, to thanks, to "who are you". */
  | "hello"
  | "thanks"
  | "self"
  | "nothingToCancel"
  | "claimed"
  | "allowed"
  | "denied"
  | "allMoved"
  | "chatGranted"
  /** To an owner who uses Belfry in a group that has not been let in. */
  | "groupClosed"
  /** A command that was read long after it was sent: not done, to be sent again. */
  | "cameLate"
  /** To owners. `chat`, `title`: Telegram refuses this chat; its messages rest until it opens again. */
  | "chatClosed"
  /** `title` could not be told in `place`, for `reason` (`chatClosed`, `topicGone`, `notThere`), and came home. */
  | "diverted"
  /** It goes to `place`. */
  | "sentTo"
  /** To owners. `problem`: what is wrong with belfry.toml; what was read before goes on to hold. */
  | "badFile"
  /** After that. */
  | "goodFile"
  /** To owners. `chat`, `title`: nobody knows whether a message arrived there, and Belfry has stopped trying. */
  | "undelivered"
  /** To owners. `chat`, `title`, `detail`: a message there was refused for good, or could not be drawn. */
  | "rejected"
  /** To owners. `problem`: why the copy that is made each night is not there, or not good. */
  | "backupFailed"
  /** To owners. The machine's clock cannot be right; nothing fires until it is. */
  | "clockHeld"
  /** To owners. `count`: actions whose next time moved because the zone rules changed. */
  | "zonesChanged";
