-- One row for each certainty, 1 to 3, that was chosen: `Cohort.calibration`, without its words of warning.
--
-- Answers without a certainty (0) are left out, and a partly right answer counts as wrong: certainty is about all of
-- it. `share` [0..1] of `n` answers were `right`. Answers of one student are alike, so the limits (95%) take students,
-- not answers, as independent. `mark` is the mean of what answers at this certainty bring, `fits_from` to `fits_to` the
-- shares at which it pays best. No verdict but `open` is given from fewer than ten students.
--
-- Gardner-Medwin 1995, Assoc Learn Technol J 3:80 (marks by certainty).
-- Variance of a ratio over clusters: Cochran 1977, Sampling Techniques, 3rd edition, section 6.3.
-- Wilson 1927, J Am Stat Assoc 22:209; in the form of Newcombe 1998, Stat Med 17:857, method 3.
-- Effective number of answers: Korn and Graubard 1998, Surv Methodol 24:193.
WITH bands AS (
  SELECT 1 AS certainty, 0e0 AS fits_from, 2e0 / 3 AS fits_to, 1 AS if_right, 0 AS if_wrong
  UNION ALL
  SELECT 2 AS certainty, 2e0 / 3 AS fits_from, 8e-1 AS fits_to, 2 AS if_right, -2 AS if_wrong
  UNION ALL
  SELECT 3 AS certainty, 8e-1 AS fits_from, 1e0 AS fits_to, 3 AS if_right, -6 AS if_wrong
),
by_student AS (
  SELECT certainty, student, count(*) AS n, sum(CASE WHEN score = 1 THEN 1 ELSE 0 END) AS whole
  FROM scored
  WHERE certainty > 0
  GROUP BY certainty, student
),
sums AS (
  SELECT certainty, count(*) AS students, sum(n) AS n, sum(whole) AS whole, 1e0 * sum(whole) / sum(n) AS share
  FROM by_student
  GROUP BY certainty
),
residues AS (
  SELECT
    sums.certainty,
    sum((by_student.whole - sums.share * by_student.n) * (by_student.whole - sums.share * by_student.n)) AS residue
  FROM by_student
  JOIN sums ON sums.certainty = by_student.certainty
  GROUP BY sums.certainty
),
-- A single student shows no variance.
variances AS (
  SELECT
    sums.*,
    CASE
      WHEN sums.students > 1
        THEN 1e0 * sums.students / (sums.students - 1) * residues.residue / (1e0 * sums.n * sums.n)
    END AS variance
  FROM sums
  JOIN residues ON residues.certainty = sums.certainty
),
-- z is the 97.5th percentile of the normal distribution.
effective AS (
  SELECT
    variances.*,
    1.959963984540054e0 AS z,
    CASE WHEN variance > 1e-18 THEN share * (1 - share) / variance ELSE 1e0 * students END AS answers
  FROM variances
),
wilson AS (
  SELECT
    effective.*,
    (share + z * z / (2 * answers)) / (1 + z * z / answers) AS center,
    z * sqrt(share * (1 - share) / answers + z * z / (4 * answers * answers)) / (1 + z * z / answers) AS spread
  FROM effective
),
limits AS (
  SELECT
    wilson.*,
    greatest(0e0, least(1e0, center - spread)) AS low,
    greatest(0e0, least(1e0, center + spread)) AS high
  FROM wilson
)
SELECT
  limits.certainty,
  CAST(limits.n AS bigint) AS n,
  limits.students,
  CAST(limits.whole AS bigint) AS right,
  limits.share,
  limits.low,
  limits.high,
  limits.share * bands.if_right + (1 - limits.share) * bands.if_wrong AS mark,
  bands.fits_from,
  bands.fits_to,
  CASE
    WHEN limits.students < 10 THEN 'open'
    WHEN limits.high < bands.fits_from THEN 'too sure'
    WHEN limits.low > bands.fits_to THEN 'too careful'
    WHEN limits.low >= bands.fits_from AND limits.high <= bands.fits_to THEN 'fits'
    ELSE 'open'
  END AS verdict
FROM limits
JOIN bands ON bands.certainty = limits.certainty
ORDER BY limits.certainty
