-- What pages look for in what is told, read out of it by the database itself, so that it cannot differ from it.

-- The days of a check, as far as it has come; the half-year of an entry.
ALTER TABLE told ADD COLUMN begins TEXT GENERATED ALWAYS AS (
    CASE kind WHEN 'check' THEN json_extract(data, '$.start')
    WHEN 'entry' THEN json_extract(data, '$.year') || CASE json_extract(data, '$.half') WHEN 1 THEN '-01-01' ELSE '-07-01' END END
) VIRTUAL;
ALTER TABLE told ADD COLUMN ends TEXT GENERATED ALWAYS AS (
    CASE kind WHEN 'check' THEN max(COALESCE(json_extract(data, '$.delivered'), json_extract(data, '$.end')), json_extract(data, '$.start'))
    WHEN 'entry' THEN json_extract(data, '$.year') || CASE json_extract(data, '$.half') WHEN 1 THEN '-06-30' ELSE '-12-31' END END
) VIRTUAL;
-- A check whose results are not delivered.
ALTER TABLE told ADD COLUMN open BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind = 'check' AND NOT json_extract(data, '$.abandoned')
    AND json_extract(data, '$.delivered') IS NULL AND json_extract(data, '$.closed') IS NULL THEN 1 END
) VIRTUAL;
-- The case a check rests on.
ALTER TABLE told ADD COLUMN basis TEXT GENERATED ALWAYS AS (
    CASE WHEN kind = 'check' THEN substr(json_extract(data, '$.basis'), 1, instr(json_extract(data, '$.basis') || '/', '/') - 1) END
) VIRTUAL;
-- What an inspection may rest on: an appeal accepted as a ground, a prescription.
ALTER TABLE told ADD COLUMN ground BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind = 'appeal' AND json_extract(data, '$.route') = 'inspection' THEN 1
    WHEN kind = 'check' AND json_extract(data, '$.prescription') IS NOT NULL THEN 1 END
) VIRTUAL;
-- When an appeal was found justified: scores count no other.
ALTER TABLE told ADD COLUMN justified_on TEXT GENERATED ALWAYS AS (
    CASE WHEN kind = 'appeal' AND json_extract(data, '$.justified') THEN json_extract(data, '$.answered') END
) VIRTUAL;
-- Everything but the appeals that neither count in a score nor are a ground: most of what is told.
ALTER TABLE told ADD COLUMN weighs BIGINT GENERATED ALWAYS AS (
    CASE WHEN kind <> 'appeal' OR json_extract(data, '$.route') = 'inspection'
    OR (json_extract(data, '$.justified') AND json_extract(data, '$.answered') IS NOT NULL) THEN 1 END
) VIRTUAL;

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
