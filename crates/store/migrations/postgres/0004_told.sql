-- What pages look for in what is told, read out of it by the database itself, so that it cannot differ from it.

-- The days of a check, as far as it has come; the half-year of an entry.
ALTER TABLE told ADD COLUMN begins TEXT COLLATE "C" GENERATED ALWAYS AS (
    CASE kind WHEN 'check' THEN (CAST(data AS json) ->> 'start')
    WHEN 'entry' THEN (CAST(data AS json) ->> 'year') || CASE (CAST(data AS json) ->> 'half') WHEN '1' THEN '-01-01' ELSE '-07-01' END END
) STORED;
ALTER TABLE told ADD COLUMN ends TEXT COLLATE "C" GENERATED ALWAYS AS (
    CASE kind WHEN 'check' THEN greatest(COALESCE((CAST(data AS json) ->> 'delivered'), (CAST(data AS json) ->> 'end')), (CAST(data AS json) ->> 'start'))
    WHEN 'entry' THEN (CAST(data AS json) ->> 'year') || CASE (CAST(data AS json) ->> 'half') WHEN '1' THEN '-06-30' ELSE '-12-31' END END
) STORED;
-- A check whose results are not delivered.
ALTER TABLE told ADD COLUMN open BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind = 'check' AND NOT ((CAST(data AS json) ->> 'abandoned') = 'true')
    AND (CAST(data AS json) ->> 'delivered') IS NULL AND (CAST(data AS json) ->> 'closed') IS NULL THEN 1 END
) STORED;
-- The case a check rests on.
ALTER TABLE told ADD COLUMN basis TEXT COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN kind = 'check' THEN split_part((CAST(data AS json) ->> 'basis'), '/', 1) END
) STORED;
-- What an inspection may rest on: an appeal accepted as a ground, a prescription.
ALTER TABLE told ADD COLUMN ground BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind = 'appeal' AND (CAST(data AS json) ->> 'route') = 'inspection' THEN 1
    WHEN kind = 'check' AND (CAST(data AS json) ->> 'prescription') IS NOT NULL THEN 1 END
) STORED;
-- When an appeal was found justified: scores count no other.
ALTER TABLE told ADD COLUMN justified_on TEXT COLLATE "C" GENERATED ALWAYS AS (
    CASE WHEN kind = 'appeal' AND (CAST(data AS json) ->> 'justified') = 'true' THEN (CAST(data AS json) ->> 'answered') END
) STORED;
-- Everything but the appeals that neither count in a score nor are a ground: most of what is told.
ALTER TABLE told ADD COLUMN weighs BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind <> 'appeal' OR (CAST(data AS json) ->> 'route') = 'inspection'
    OR ((CAST(data AS json) ->> 'justified') = 'true' AND (CAST(data AS json) ->> 'answered') IS NOT NULL) THEN 1 END
) STORED;

CREATE INDEX told_days ON told (ends, begins) WHERE ends IS NOT NULL;
CREATE INDEX told_open ON told (open) WHERE open IS NOT NULL;
CREATE INDEX told_basis ON told (basis) WHERE basis IS NOT NULL;
CREATE INDEX told_ground ON told (body, kind) WHERE ground IS NOT NULL;
CREATE INDEX told_justified ON told (justified_on) WHERE justified_on IS NOT NULL;
CREATE INDEX told_weighs ON told (subject, kind) WHERE weighs IS NOT NULL;
DROP INDEX told_subject;
CREATE INDEX told_subject ON told (subject, kind, on_day, case_id);
DROP INDEX told_kind;
CREATE INDEX told_kind ON told (kind) WHERE weighs IS NOT NULL;
