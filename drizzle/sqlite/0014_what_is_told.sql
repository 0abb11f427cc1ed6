-- What a check tells of has become a rule that every kind has: `spec.tell` is `policies.notify` from now on.
UPDATE `actions` SET `policies` = json_set(`policies`, '$.notify', replace(json_extract(`spec`, '$.tell'), 'changes', 'change'))
WHERE `kind` = 'check' AND json_extract(`spec`, '$.tell') IN ('changes', 'always', 'never');--> statement-breakpoint
UPDATE `actions` SET `spec` = json_remove(`spec`, '$.tell') WHERE `kind` = 'check';--> statement-breakpoint
UPDATE `revisions` SET `before` = json_set(`before`, '$.policies.notify', replace(json_extract(`before`, '$.spec.tell'), 'changes', 'change'))
WHERE `entity` = 'action' AND json_extract(`before`, '$.spec.tell') IN ('changes', 'always', 'never');--> statement-breakpoint
UPDATE `revisions` SET `after` = json_set(`after`, '$.policies.notify', replace(json_extract(`after`, '$.spec.tell'), 'changes', 'change'))
WHERE `entity` = 'action' AND json_extract(`after`, '$.spec.tell') IN ('changes', 'always', 'never');--> statement-breakpoint
UPDATE `revisions` SET `before` = json_remove(`before`, '$.spec.tell'), `after` = json_remove(`after`, '$.spec.tell')
WHERE `entity` = 'action';--> statement-breakpoint
-- A digest is the report that draws nothing of the ledger. It leaves out what is to be in no digest.
UPDATE `actions` SET `spec` = json_set(`spec`, '$.sources[0].digest', json('true'))
WHERE `kind` = 'report' AND json_extract(`spec`, '$.sources[0].type') = 'ledger' AND json_array_length(`spec`, '$.charts') = 0;
