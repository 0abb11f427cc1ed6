CREATE TABLE `escalations` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`cause` text NOT NULL,
	`action` integer,
	`run` integer,
	`title` text NOT NULL,
	`reason` text NOT NULL,
	`severity` text NOT NULL,
	`state` text NOT NULL,
	`policy` text NOT NULL,
	`count` integer NOT NULL,
	`notices` integer NOT NULL,
	`cycle` integer NOT NULL,
	`step` integer NOT NULL,
	`round` integer NOT NULL,
	`cycle_at` integer NOT NULL,
	`next_step_at` integer,
	`opened_at` integer NOT NULL,
	`failed_at` integer NOT NULL,
	`noticed_at` integer,
	`changes` text NOT NULL,
	`flapping` integer NOT NULL,
	`acked_by` integer,
	`acked_at` integer,
	`asked` integer NOT NULL,
	`silenced_by` integer,
	`silenced_until` integer,
	`resolved_at` integer,
	`resolved_by` integer,
	`gave_up_at` integer,
	`told` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `escalations_cause` ON `escalations` (`cause`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `escalations_open_cause` ON `escalations` (`cause`) WHERE state <> 'resolved';--> statement-breakpoint
CREATE INDEX `escalations_open` ON `escalations` (`id`) WHERE state <> 'resolved';--> statement-breakpoint
CREATE INDEX `escalations_step` ON `escalations` (`next_step_at`,`id`) WHERE next_step_at is not null;--> statement-breakpoint
CREATE TABLE `maintenance` (
	`id` integer PRIMARY KEY NOT NULL,
	`action` integer,
	`chat` integer NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`by_person` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `maintenance_until` ON `maintenance` (`until_at`,`id`);--> statement-breakpoint
ALTER TABLE `deliveries` ADD `channel` text DEFAULT 'telegram' NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `address` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `escalation` integer;--> statement-breakpoint
CREATE INDEX `deliveries_alarms` ON `deliveries` (`chat`,`created_at`,`id`) WHERE escalation is not null;--> statement-breakpoint
CREATE INDEX `deliveries_escalation` ON `deliveries` (`escalation`,`id`) WHERE escalation is not null;