-- What students who took both tests learned, over all objectives that both ask (first row, `objective` null) and for
-- each: `Cohort.gain`, without its interval and its words. `items.test` says which questions are of which test.
--
-- A student's share is the mean score on the questions answered [0..1]; students who answered fewer than half of a
-- test's questions on the shared objectives are left out of the first row, and of an objective if they answered none.
-- `normalized` is the gain as a share of what was left to gain, of the class's means; null where nothing was left.
--
-- The interval of a paired t test needs percentiles of the t distribution, which SQL does not have. With `sd`, the
-- standard deviation of the differences, it is gain +- t * sd / sqrt(students), t the 97.5th percentile with
-- students - 1 degrees of freedom; where all shares are 0 or 1, the report has Newcombe's for paired shares instead.
--
-- Hake 1998, Am J Phys 66:64 (normalized gain).
WITH asked AS (
  SELECT objective
  FROM scored
  WHERE test IS NOT NULL
  GROUP BY objective
  HAVING count(DISTINCT test) = 2
),
shared AS (
  SELECT scored.student, scored.item, scored.score, scored.objective, scored.test
  FROM scored
  JOIN asked ON asked.objective = scored.objective
  WHERE scored.test IS NOT NULL
),
sizes AS (
  SELECT test, count(DISTINCT item) AS size
  FROM shared
  GROUP BY test
),
shares AS (
  SELECT shared.student, NULL AS objective, shared.test, avg(shared.score) AS share
  FROM shared
  JOIN sizes ON sizes.test = shared.test
  GROUP BY shared.student, shared.test, sizes.size
  HAVING 2 * count(*) >= sizes.size
  UNION ALL
  SELECT student, objective, test, avg(score) AS share
  FROM shared
  GROUP BY student, objective, test
),
pairs AS (
  SELECT
    student,
    objective,
    max(CASE WHEN test = 'before' THEN share END) AS first_share,
    max(CASE WHEN test = 'after' THEN share END) AS second_share
  FROM shares
  GROUP BY student, objective
  HAVING count(*) = 2
),
means AS (
  SELECT
    objective,
    count(*) AS students,
    avg(first_share) AS first_share,
    avg(second_share) AS second_share,
    stddev_samp(second_share - first_share) AS sd
  FROM pairs
  GROUP BY objective
)
SELECT
  objective,
  students,
  first_share AS before,
  second_share AS after,
  second_share - first_share AS gain,
  -- A class that knew everything has nothing to gain; less than 1e-9 is rounding.
  CASE WHEN 1 - first_share > 1e-9 THEN (second_share - first_share) / (1 - first_share) END AS normalized,
  sd
FROM means
ORDER BY objective NULLS FIRST
