-- Quarterly reports (§60–63): what lists show of them, the cells in hand, frozen versions, the acceptances in their order.

-- Read model of a report, written with its facts; edits counts the changes of its cells.
CREATE TABLE reports (
    case_id         TEXT COLLATE "C" PRIMARY KEY REFERENCES cases (id),
    form            TEXT COLLATE "C" NOT NULL,
    quarter         TEXT COLLATE "C" NOT NULL,
    body            TEXT COLLATE "C" NOT NULL,
    receiver        TEXT COLLATE "C" NOT NULL,
    stage           TEXT COLLATE "C" NOT NULL,
    version         BIGINT NOT NULL,
    accepted        BIGINT,
    due             TEXT COLLATE "C" NOT NULL,
    first_submitted TEXT COLLATE "C",
    accepted_on     TEXT COLLATE "C",
    edits           BIGINT NOT NULL
);
CREATE UNIQUE INDEX reports_body ON reports (body, form, quarter);
CREATE INDEX reports_quarter ON reports (quarter, form, stage);

-- Bodies that may see how far a report is.
CREATE TABLE report_watchers (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    body    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, body)
);
CREATE INDEX report_watchers_body ON report_watchers (body, case_id);

CREATE TABLE report_lines (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    row_no  TEXT COLLATE "C" NOT NULL,
    line    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, row_no, line)
);

-- Cells in hand: value is digits, «-» or words; n is the edit that wrote it.
CREATE TABLE report_cells (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    row_no  TEXT COLLATE "C" NOT NULL,
    line    TEXT COLLATE "C" NOT NULL,
    col     TEXT COLLATE "C" NOT NULL,
    value   TEXT COLLATE "C" NOT NULL,
    n       BIGINT NOT NULL,
    PRIMARY KEY (case_id, row_no, line, col)
);

-- Who changed which cell, when, from what, to what, in which way, and why.
CREATE TABLE report_edits (
    case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    n         BIGINT NOT NULL,
    row_no    TEXT COLLATE "C" NOT NULL,
    line      TEXT COLLATE "C" NOT NULL,
    col       TEXT COLLATE "C" NOT NULL,
    old_value TEXT COLLATE "C" NOT NULL,
    new_value TEXT COLLATE "C" NOT NULL,
    why       TEXT COLLATE "C" NOT NULL,
    way       TEXT COLLATE "C" NOT NULL,
    by_user   TEXT COLLATE "C" NOT NULL,
    at        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, n, row_no, line, col)
);
CREATE INDEX report_edits_cell ON report_edits (case_id, row_no, line, col, n);

-- What the executor says to a warning, or to a cell.
CREATE TABLE report_comments (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    key     TEXT COLLATE "C" NOT NULL,
    text    TEXT COLLATE "C" NOT NULL,
    by_user TEXT COLLATE "C" NOT NULL,
    at      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, key)
);

-- What the receiving side has to say to a version and has not sent yet.
CREATE TABLE report_remarks (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    row_no  TEXT COLLATE "C" NOT NULL,
    line    TEXT COLLATE "C" NOT NULL,
    col     TEXT COLLATE "C" NOT NULL,
    text    TEXT COLLATE "C" NOT NULL,
    by_user TEXT COLLATE "C" NOT NULL,
    at      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, version, row_no, line, col)
);

CREATE TABLE report_notes (
    case_id  TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    heading  TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    text     TEXT COLLATE "C" NOT NULL,
    by_user  TEXT COLLATE "C" NOT NULL,
    at       TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, heading, language)
);

-- Frozen versions: digests of what the body entered, of the whole, of the note.
CREATE TABLE report_versions (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    own     TEXT COLLATE "C" NOT NULL,
    whole   TEXT COLLATE "C" NOT NULL,
    note    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, version)
);

-- The accepted reports that a version contains.
CREATE TABLE report_parts (
    case_id      TEXT COLLATE "C" NOT NULL,
    version      BIGINT NOT NULL,
    part_case    TEXT COLLATE "C" NOT NULL,
    part_version BIGINT NOT NULL,
    PRIMARY KEY (case_id, version, part_case)
);

-- In the order in which they were accepted.
CREATE TABLE report_acceptances (
    case_id TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    n       BIGINT NOT NULL UNIQUE,
    quarter TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, version)
);
CREATE INDEX report_acceptances_quarter ON report_acceptances (quarter, n);

-- A step may wait for several roles and bodies at once.
CREATE TABLE awaited_by (
    case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    step      TEXT COLLATE "C" NOT NULL,
    person    TEXT COLLATE "C" NOT NULL,
    body      TEXT COLLATE "C" NOT NULL,
    role      TEXT COLLATE "C" NOT NULL,
    paragraph BIGINT NOT NULL,
    last_at   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, step, body, role, person)
);
INSERT INTO awaited_by (case_id, step, person, body, role, paragraph, last_at)
    SELECT case_id, step, person, body, role, paragraph, last_at FROM awaited;
DROP TABLE awaited;
ALTER TABLE awaited_by RENAME TO awaited;
CREATE INDEX awaited_list ON awaited (body, role, last_at, case_id, step, person, paragraph);

CREATE TRIGGER report_edits_keep BEFORE UPDATE OR DELETE ON report_edits FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER report_edits_keep_all BEFORE TRUNCATE ON report_edits FOR EACH STATEMENT EXECUTE FUNCTION keep();
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sapa_app;
REVOKE UPDATE, DELETE, TRUNCATE ON facts, chain, ledger, signins, report_edits FROM sapa_app;
