-- One row for each question that was answered, in the order of the banks: `Cohort.items`, without its words.
--
-- Facility [0..1] is the mean score, that is the share of right answers where there is no partial credit.
-- Discrimination [-1..1] is the corrected point-biserial (item-rest) correlation: of the score with the share of
-- points that the same student has on the *other* questions of the bank. Students who answered fewer than half of the
-- others are left out of it; `n_rest` are left. It is null where nothing varies.
-- The limits are of 95%. Facility: Wilson's, for the number of yes-or-no answers that would vary as much as these do.
-- Discrimination: Fisher's; null for fewer than four pairs, and where all pairs lie on a line.
--
-- Henrysson 1963, Psychometrika 28:211 (correction for overlap); Crocker and Algina 1986, chapter 14.
-- Wilson 1927, J Am Stat Assoc 22:209; in the form of Newcombe 1998, Stat Med 17:857, method 3.
-- Effective number of answers: Korn and Graubard 1998, Surv Methodol 24:193. Fisher 1921, Metron 1:3.
WITH totals AS (
  SELECT student, bank, sum(score) AS points, count(*) - 1 AS others
  FROM scored
  GROUP BY student, bank
),
sizes AS (
  SELECT bank, count(DISTINCT item) AS size
  FROM scored
  GROUP BY bank
),
compared AS (
  SELECT
    scored.item,
    scored.score,
    CASE
      WHEN totals.others > 0 AND 2 * totals.others >= sizes.size - 1
        THEN (totals.points - scored.score) / totals.others
    END AS rest
  FROM scored
  JOIN totals ON totals.student = scored.student AND totals.bank = scored.bank
  JOIN sizes ON sizes.bank = scored.bank
),
-- Scores closer than 1e-9 count as equal: sums of thirds differ in the last digit.
found AS (
  SELECT
    item,
    count(*) AS n,
    avg(score) AS facility,
    var_pop(score) / count(*) AS variance,
    count(rest) AS n_rest,
    CASE
      WHEN max(rest) - min(rest) > 1e-9
        AND max(CASE WHEN rest IS NOT NULL THEN score END) - min(CASE WHEN rest IS NOT NULL THEN score END) > 1e-9
        THEN corr(score, rest)
    END AS discrimination
  FROM compared
  GROUP BY item
),
-- z is the 97.5th percentile of the normal distribution.
effective AS (
  SELECT
    found.*,
    1.959963984540054e0 AS z,
    CASE WHEN variance > 1e-18 THEN facility * (1 - facility) / variance ELSE 1e0 * n END AS answers
  FROM found
),
limits AS (
  SELECT
    effective.*,
    (facility + z * z / (2 * answers)) / (1 + z * z / answers) AS center,
    z * sqrt(facility * (1 - facility) / answers + z * z / (4 * answers * answers)) / (1 + z * z / answers) AS spread,
    CASE WHEN n_rest > 3 AND abs(discrimination) < 1 - 1e-9 THEN z / sqrt(n_rest - 3) END AS half
  FROM effective
)
SELECT
  limits.item,
  limits.n,
  limits.facility,
  limits.discrimination,
  greatest(0e0, least(1e0, limits.center - limits.spread)) AS facility_low,
  greatest(0e0, least(1e0, limits.center + limits.spread)) AS facility_high,
  CASE WHEN limits.half IS NOT NULL THEN tanh(atanh(limits.discrimination) - limits.half) END AS discrimination_low,
  CASE WHEN limits.half IS NOT NULL THEN tanh(atanh(limits.discrimination) + limits.half) END AS discrimination_high,
  limits.n_rest,
  items.bank,
  items.place,
  items.objective,
  items.kind,
  items.bloom
FROM limits
JOIN items ON items.item = limits.item
ORDER BY items.bank, items.place
