-- One row for each option of the questions that were answered, picked or not: `Cohort.options`, without its words.
--
-- `n` answers to the question, in how many of them the option was `picked`, and their `share` of n [0..1]. A pick that
-- is there twice counts once.
WITH counts AS (
  SELECT scored.item, count(*) AS n
  FROM scored
  GROUP BY scored.item
),
picks AS (
  SELECT options.item, options.option, count(*) AS picked
  FROM scored
  JOIN options ON options.item = scored.item AND array_contains(scored.chosen, options.option)
  GROUP BY options.item, options.option
)
SELECT
  options.item,
  options.order,
  options.option,
  options.correct,
  counts.n,
  coalesce(picks.picked, 0) AS picked,
  1e0 * coalesce(picks.picked, 0) / counts.n AS share
FROM options
JOIN counts ON counts.item = options.item
JOIN items ON items.item = options.item
LEFT JOIN picks ON picks.item = options.item AND picks.option = options.option
ORDER BY items.bank, items.place, options.order
