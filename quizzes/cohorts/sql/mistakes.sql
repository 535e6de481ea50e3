-- The five commonest answers that were not fully right, of each question without options: `Cohort.mistakes`.
--
-- `answer` is its parts with commas between; so many `students` gave it, and `score` is their mean [0..1]. Of answers
-- that equally many gave, the first by the alphabet comes first.
WITH wrong AS (
  SELECT scored.item, scored.bank, scored.place, concat_ws(', ', scored.chosen) AS answer, scored.score
  FROM scored
  WHERE scored.score < 1 AND NOT EXISTS (SELECT 1 FROM options WHERE options.item = scored.item)
),
counted AS (
  SELECT item, bank, place, answer, count(*) AS students, avg(score) AS score
  FROM wrong
  GROUP BY item, bank, place, answer
),
ranked AS (
  SELECT counted.*, row_number() OVER (PARTITION BY item ORDER BY students DESC, answer) AS nth
  FROM counted
)
SELECT item, answer, students, score
FROM ranked
WHERE nth <= 5
ORDER BY bank, place, nth
