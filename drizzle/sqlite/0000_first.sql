CREATE TABLE `actions` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`spec` text,
	`schedule` text NOT NULL,
	`leads` text NOT NULL,
	`nag` text,
	`critical` integer NOT NULL,
	`policies` text NOT NULL,
	`owner` integer NOT NULL,
	`chat` integer NOT NULL,
	`thread` integer,
	`source` text,
	`source_chat` integer,
	`source_message` integer,
	`pause` text,
	`skip_until` integer,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deleted_at` integer
);
--> statement-breakpoint
CREATE INDEX `actions_chat` ON `actions` (`chat`);--> statement-breakpoint
CREATE INDEX `actions_owner` ON `actions` (`owner`);--> statement-breakpoint
CREATE INDEX `actions_source` ON `actions` (`source_chat`,`source_message`);--> statement-breakpoint
CREATE TABLE `chats` (
	`id` integer PRIMARY KEY NOT NULL,
	`type` text NOT NULL,
	`title` text NOT NULL,
	`zone` text,
	`language` text,
	`quiet` text,
	`granted` integer NOT NULL,
	`blocked_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `conversations` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` integer PRIMARY KEY NOT NULL,
	`dedupe_key` text NOT NULL,
	`chat` integer NOT NULL,
	`thread` integer,
	`operation` text NOT NULL,
	`edits` integer,
	`edits_message` integer,
	`reply_to` integer,
	`payload` text NOT NULL,
	`shows` text NOT NULL,
	`must` integer NOT NULL,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`uncertain` integer NOT NULL,
	`due_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`message_id` integer,
	`parts` text NOT NULL,
	`error` text,
	`run` integer,
	`action` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_key` ON `deliveries` (`dedupe_key`);--> statement-breakpoint
CREATE INDEX `deliveries_queue` ON `deliveries` (`chat`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `deliveries_sending` ON `deliveries` (`chat`,`id`) WHERE state = 'sending';--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`due_at`,`id`) WHERE state = 'queued';--> statement-breakpoint
CREATE INDEX `deliveries_message` ON `deliveries` (`chat`,`message_id`);--> statement-breakpoint
CREATE INDEX `deliveries_run` ON `deliveries` (`run`,`id`);--> statement-breakpoint
CREATE INDEX `deliveries_card` ON `deliveries` (`action`,`chat`,`id`) WHERE shows = 'card';--> statement-breakpoint
CREATE TABLE `hands` (
	`action` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `hands_at` ON `hands` (`at`);--> statement-breakpoint
CREATE TABLE `inbox` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`lane` integer NOT NULL,
	`update` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`received_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbox_key` ON `inbox` (`key`);--> statement-breakpoint
CREATE INDEX `inbox_new` ON `inbox` (`id`) WHERE state = 'new';--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `people` (
	`id` integer PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`username` text,
	`role` text NOT NULL,
	`language` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`thread` integer,
	`person` integer NOT NULL,
	`code` text NOT NULL,
	`draft` text,
	`state` text NOT NULL,
	`delivery` integer NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `questions_open` ON `questions` (`chat`,`person`,`id`) WHERE state = 'open';--> statement-breakpoint
CREATE INDEX `questions_expiry` ON `questions` (`expires_at`) WHERE state = 'open';--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` integer PRIMARY KEY NOT NULL,
	`entity` text NOT NULL,
	`entity_id` integer NOT NULL,
	`before` text,
	`after` text,
	`actor` integer NOT NULL,
	`what` text NOT NULL,
	`at` integer NOT NULL,
	`undone` integer NOT NULL,
	`group_id` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `revisions_actor` ON `revisions` (`actor`,`id`);--> statement-breakpoint
CREATE INDEX `revisions_entity` ON `revisions` (`entity`,`entity_id`,`id`);--> statement-breakpoint
CREATE INDEX `revisions_group` ON `revisions` (`group_id`);--> statement-breakpoint
CREATE TABLE `runs` (
	`id` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`action` integer NOT NULL,
	`slot` integer,
	`lead` integer NOT NULL,
	`slot_to` integer,
	`count` integer NOT NULL,
	`trigger` text NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`reason` text,
	`due_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`attempts` integer NOT NULL,
	`missed` integer NOT NULL,
	`wake_at` integer,
	`note` text,
	`rings` integer NOT NULL,
	`output` text,
	`answered_by` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `runs_key` ON `runs` (`key`);--> statement-breakpoint
CREATE INDEX `runs_action` ON `runs` (`action`,`id`);--> statement-breakpoint
CREATE INDEX `runs_wake` ON `runs` (`wake_at`,`id`) WHERE wake_at is not null;--> statement-breakpoint
CREATE INDEX `runs_ended` ON `runs` (`ended_at`,`outcome`) WHERE ended_at is not null;