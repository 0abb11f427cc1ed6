CREATE TABLE `digests` (
	`key` text PRIMARY KEY NOT NULL,
	`action` integer NOT NULL,
	`from_at` integer NOT NULL,
	`runs` integer NOT NULL,
	`failed` integer NOT NULL,
	`data` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `digests_action` ON `digests` (`action`,`from_at`);--> statement-breakpoint
CREATE TABLE `topics` (
	`key` text PRIMARY KEY NOT NULL,
	`chat` integer NOT NULL,
	`thread` integer NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `topics_chat` ON `topics` (`chat`,`thread`);--> statement-breakpoint
CREATE INDEX `actions_deleted` ON `actions` (`deleted_at`) WHERE deleted_at is not null;--> statement-breakpoint
CREATE INDEX `runs_output` ON `runs` (`ended_at`) WHERE output is not null;