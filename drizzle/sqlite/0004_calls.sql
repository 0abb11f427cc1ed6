CREATE TABLE `approvals` (
	`action` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`by_person` integer NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `hooks` (
	`action` integer PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`created_at` integer NOT NULL,
	`called_at` integer,
	`exit` integer,
	`log` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hooks_token` ON `hooks` (`token`);