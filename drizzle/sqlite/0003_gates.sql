ALTER TABLE `actions` ADD `gates` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `actions` ADD `labels` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `actions` ADD `parent` integer;--> statement-breakpoint
ALTER TABLE `actions` ADD `event` text;--> statement-breakpoint
CREATE INDEX `actions_event` ON `actions` (`event`) WHERE event is not null;--> statement-breakpoint
CREATE INDEX `actions_parent` ON `actions` (`parent`) WHERE parent is not null;--> statement-breakpoint
ALTER TABLE `runs` ADD `labels` text;