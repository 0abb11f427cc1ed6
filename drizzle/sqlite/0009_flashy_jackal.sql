ALTER TABLE `actions` ADD `destination` text;--> statement-breakpoint
ALTER TABLE `deliveries` ADD `instead` text;--> statement-breakpoint
UPDATE `actions` SET `spec` = json_remove(`spec`, '$.to') WHERE `kind` = 'report';
