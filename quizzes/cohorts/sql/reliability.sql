-- One row for each bank that was answered: `Cohort.reliability`, without its interval and its words.
--
-- Alpha = k/(k - 1) * (1 - sum of the variances of the questions / variance of the sum), which is KR-20 where every
-- answer is right or wrong. It needs the same questions from all: a question that fewer than half of the students of
-- a bank answered is left out, and so is each student who did not answer all the others. `mean` and `sd` of the sums
-- are in points. `value` is null with fewer than two questions or two students, and where all sums are the same.
--
-- Feldt's interval needs percentiles of the F distribution, which SQL does not have: from `value`, `students` and
-- `questions`, `quizzes.cohorts.analysis.reliability.feldt` gives it.
--
-- Kuder and Richardson 1937, Psychometrika 2:151; Cronbach 1951, Psychometrika 16:297.
WITH takers AS (
  SELECT bank, count(DISTINCT student) AS students, count(DISTINCT item) AS questions
  FROM scored
  GROUP BY bank
),
kept AS (
  SELECT scored.bank, scored.item
  FROM scored
  JOIN takers ON takers.bank = scored.bank
  GROUP BY scored.bank, scored.item, takers.students
  HAVING 2 * count(*) >= takers.students
),
sizes AS (
  SELECT bank, count(*) AS questions
  FROM kept
  GROUP BY bank
),
core AS (
  SELECT scored.bank, scored.item, scored.student, scored.score
  FROM scored
  JOIN kept ON kept.bank = scored.bank AND kept.item = scored.item
),
complete AS (
  SELECT core.bank, core.student, sizes.questions, sum(core.score) AS points
  FROM core
  JOIN sizes ON sizes.bank = core.bank
  GROUP BY core.bank, core.student, sizes.questions
  HAVING count(*) = sizes.questions
),
of_questions AS (
  SELECT
    core.bank,
    core.item,
    var_samp(core.score) AS variance,
    min(CASE WHEN core.score = 0 OR core.score = 1 THEN 1 ELSE 0 END) AS whole
  FROM core
  JOIN complete ON complete.bank = core.bank AND complete.student = core.student
  GROUP BY core.bank, core.item
),
of_items AS (
  SELECT bank, sum(variance) AS variance, min(whole) AS whole
  FROM of_questions
  GROUP BY bank
),
of_sums AS (
  SELECT
    bank,
    questions,
    count(*) AS students,
    avg(points) AS mean,
    var_samp(points) AS variance
  FROM complete
  GROUP BY bank, questions
)
SELECT
  takers.bank,
  CASE WHEN of_items.whole = 1 THEN 'KR-20' ELSE 'alpha' END AS method,
  coalesce(of_sums.questions, 0) AS questions,
  coalesce(of_sums.students, 0) AS students,
  takers.questions - coalesce(of_sums.questions, 0) AS left_out_questions,
  takers.students - coalesce(of_sums.students, 0) AS left_out_students,
  of_sums.mean,
  sqrt(of_sums.variance) AS sd,
  CASE
    WHEN of_sums.questions >= 2 AND of_sums.students >= 2 AND of_sums.variance >= 1e-12
      THEN 1e0 * of_sums.questions / (of_sums.questions - 1) * (1 - of_items.variance / of_sums.variance)
  END AS value
FROM takers
LEFT JOIN of_sums ON of_sums.bank = takers.bank
LEFT JOIN of_items ON of_items.bank = takers.bank
ORDER BY takers.bank
