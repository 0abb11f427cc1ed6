ALTER TABLE `actions` ADD `silent` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `silent` integer DEFAULT false NOT NULL;