-- The best simple routes from one company to another through a third: both halves meet in the middle, two legs from either side and at most one between.
-- PostgreSQL and SQLite understand it alike. Tables: after (src, dst, w) by src and before (dst, src, w) by dst, the surest of parallel edges in each.
-- Companies that a half does not touch are numbers below zero, no two alike.
WITH
from1 AS MATERIALIZED (SELECT dst AS a, w FROM after WHERE src = :from AND dst NOT IN (:via, :to)),
from2 AS MATERIALIZED (SELECT a, e.dst AS b, f.w + e.w AS w FROM from1 f JOIN after e ON e.src = f.a WHERE e.dst NOT IN (:from, :via, :to)),
into1 AS MATERIALIZED (SELECT src AS z, w FROM before WHERE dst = :via AND src NOT IN (:from, :to)),
into2 AS MATERIALIZED (SELECT e.src AS y, z, e.w + i.w AS w FROM into1 i JOIN before e ON e.dst = i.z WHERE e.src NOT IN (:from, :via, :to)),
out1 AS MATERIALIZED (SELECT dst AS a, w FROM after WHERE src = :via AND dst NOT IN (:from, :to)),
out2 AS MATERIALIZED (SELECT a, e.dst AS b, o.w + e.w AS w FROM out1 o JOIN after e ON e.src = o.a WHERE e.dst NOT IN (:from, :via, :to)),
to1 AS MATERIALIZED (SELECT src AS z, w FROM before WHERE dst = :to AND src NOT IN (:from, :via)),
to2 AS MATERIALIZED (SELECT e.src AS y, z, e.w + t.w AS w FROM to1 t JOIN before e ON e.dst = t.z WHERE e.src NOT IN (:from, :via, :to)),
-- Five legs only where the other half can do with one: six are allowed in all.
to_via AS MATERIALIZED (
  SELECT 1 AS legs, -1 AS n1, -2 AS n2, -3 AS n3, -4 AS n4, w FROM after WHERE src = :from AND dst = :via
  UNION ALL SELECT 2, a, -2, -3, -4, f.w + i.w FROM from1 f JOIN into1 i ON z = a
  UNION ALL SELECT 3, a, b, -3, -4, f.w + i.w FROM from2 f JOIN into1 i ON z = b
  UNION ALL SELECT 4, a, b, z, -4, f.w + i.w FROM from2 f JOIN into2 i ON y = b WHERE z <> a
  UNION ALL SELECT 5, a, b, y, z, f.w + e.w + i.w FROM from2 f JOIN after e ON e.src = b JOIN into2 i ON y = e.dst
    WHERE y <> a AND z <> a AND z <> b AND EXISTS (SELECT 1 FROM after WHERE src = :via AND dst = :to)),
from_via AS MATERIALIZED (
  SELECT 1 AS legs, -5 AS m1, -6 AS m2, -7 AS m3, -8 AS m4, w FROM after WHERE src = :via AND dst = :to
  UNION ALL SELECT 2, a, -6, -7, -8, o.w + t.w FROM out1 o JOIN to1 t ON z = a
  UNION ALL SELECT 3, a, b, -7, -8, o.w + t.w FROM out2 o JOIN to1 t ON z = b
  UNION ALL SELECT 4, a, b, z, -8, o.w + t.w FROM out2 o JOIN to2 t ON y = b WHERE z <> a
  UNION ALL SELECT 5, a, b, y, z, o.w + e.w + t.w FROM out2 o JOIN after e ON e.src = b JOIN to2 t ON y = e.dst
    WHERE y <> a AND z <> a AND z <> b AND EXISTS (SELECT 1 FROM after WHERE src = :from AND dst = :via))
SELECT h.w + r.w AS weight FROM to_via h JOIN from_via r ON h.legs + r.legs <= :hops
WHERE n1 NOT IN (m1, m2, m3, m4) AND n2 NOT IN (m1, m2, m3, m4) AND n3 NOT IN (m1, m2, m3, m4) AND n4 NOT IN (m1, m2, m3, m4)
ORDER BY weight LIMIT :limit
