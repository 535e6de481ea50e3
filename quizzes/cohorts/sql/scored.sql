-- What every figure is worked out from: checked answers with a score, to questions as they are now.
--
-- The other queries read it as a view or table of this name. It reads `responses` and `items` (`Cohort.write_tables`),
-- one row an answer: an answer to a question that has changed or is gone has no item of its `digest`, and drops out.
SELECT
  responses.student,
  responses.item,
  responses.chosen,
  responses.score,
  responses.certainty,
  items.bank,
  items.place,
  items.objective,
  items.test
FROM responses
JOIN items ON items.item = responses.item AND items.digest = responses.digest
WHERE responses.checked AND responses.score IS NOT NULL
