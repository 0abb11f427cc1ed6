-- What a report was before is taken back to a `spec` without `to`, as its row has had since 0009.
UPDATE `revisions` SET `before` = json_remove(`before`, '$.spec.to'), `after` = json_remove(`after`, '$.spec.to')
WHERE `entity` = 'action' AND coalesce(json_extract(`after`, '$.kind'), json_extract(`before`, '$.kind')) = 'report';
