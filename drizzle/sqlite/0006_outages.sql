ALTER TABLE `escalations` ADD `outage` text;--> statement-breakpoint
ALTER TABLE `escalations` ADD `back` text;