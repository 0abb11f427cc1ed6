const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const weekday = new Intl.DateTimeFormat("en", { weekday: "short" });
const shortDay = new Intl.DateTimeFormat("en", { day: "numeric", month: "short" });
const longDay = new Intl.DateTimeFormat("en", { day: "numeric", month: "long" });
const dayMs = 86_400_000;

/** `14:05`, of a Bot API date in seconds. */
export function clockOf(seconds) {
  return clock.format(seconds * 1000);
}

/** Clock today, weekday this week, date before that. */
export function shortDate(seconds) {
  const age = startOfDay(Date.now()) - startOfDay(seconds * 1000);
  if (age <= 0) return clockOf(seconds);
  return (age < 7 * dayMs ? weekday : shortDay).format(seconds * 1000);
}

/** What stands between two days of a chat. */
export function dayName(seconds) {
  const age = startOfDay(Date.now()) - startOfDay(seconds * 1000);
  if (age === 0) return "Today";
  return age > 0 && age <= dayMs ? "Yesterday" : longDay.format(seconds * 1000);
}

/** `1.2 MB` */
export function sizeOf(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  const [size, unit] = bytes < 1_048_576 ? [bytes / 1024, "KB"] : [bytes / 1_048_576, "MB"];
  return `${size.toFixed(1)} ${unit}`;
}

/** One line that stands for a message: its text, or what it carries. */
export function summaryOf(message) {
  if (message.text !== undefined) return message.text;
  const caption = message.caption ? ` ${message.caption}` : "";
  if (message.photo) return `🖼${caption || " Photo"}`;
  if (message.document) return `📎${caption || ` ${message.document.file_name}`}`;
  if (message.location) return "📍 Location";
  return serviceText(message) ?? "";
}

/** What a message nobody wrote says; undefined for the others. */
export function serviceText(message) {
  const who = message.from?.first_name ?? "Somebody";
  if (message.forum_topic_created) return `${who} created the topic “${message.forum_topic_created.name}”`;
  if (message.forum_topic_edited) return `${who} renamed the topic to “${message.forum_topic_edited.name}”`;
  if (message.new_chat_title) return `${who} renamed the group to “${message.new_chat_title}”`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} left`;
  if (message.migrate_to_chat_id) return "This group was upgraded to a supergroup";
  if (message.migrate_from_chat_id) return "The group became a supergroup";
  return undefined;
}

function startOfDay(ms) {
  return new Date(ms).setHours(0, 0, 0, 0);
}
