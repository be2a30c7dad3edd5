-- Quarterly reports (§60–63): what lists show of them, the cells in hand, frozen versions, the acceptances in their order.

-- Read model of a report, written with its facts; edits counts the changes of its cells.
CREATE TABLE reports (
    case_id         TEXT PRIMARY KEY REFERENCES cases (id),
    form            TEXT NOT NULL,
    quarter         TEXT NOT NULL,
    body            TEXT NOT NULL,
    receiver        TEXT NOT NULL,
    stage           TEXT NOT NULL,
    version         BIGINT NOT NULL,
    accepted        BIGINT,
    due             TEXT NOT NULL,
    first_submitted TEXT,
    accepted_on     TEXT,
    edits           BIGINT NOT NULL
);
CREATE UNIQUE INDEX reports_body ON reports (body, form, quarter);
CREATE INDEX reports_quarter ON reports (quarter, form, stage);

-- Bodies that may see how far a report is.
CREATE TABLE report_watchers (
    case_id TEXT NOT NULL REFERENCES cases (id),
    body    TEXT NOT NULL,
    PRIMARY KEY (case_id, body)
);
CREATE INDEX report_watchers_body ON report_watchers (body, case_id);

CREATE TABLE report_lines (
    case_id TEXT NOT NULL REFERENCES cases (id),
    row_no  TEXT NOT NULL,
    line    TEXT NOT NULL,
    PRIMARY KEY (case_id, row_no, line)
);

-- Cells in hand: value is digits, «-» or words; n is the edit that wrote it.
CREATE TABLE report_cells (
    case_id TEXT NOT NULL REFERENCES cases (id),
    row_no  TEXT NOT NULL,
    line    TEXT NOT NULL,
    col     TEXT NOT NULL,
    value   TEXT NOT NULL,
    n       BIGINT NOT NULL,
    PRIMARY KEY (case_id, row_no, line, col)
);

-- Who changed which cell, when, from what, to what, in which way, and why.
CREATE TABLE report_edits (
    case_id   TEXT NOT NULL REFERENCES cases (id),
    n         BIGINT NOT NULL,
    row_no    TEXT NOT NULL,
    line      TEXT NOT NULL,
    col       TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    why       TEXT NOT NULL,
    way       TEXT NOT NULL,
    by_user   TEXT NOT NULL,
    at        TEXT NOT NULL,
    PRIMARY KEY (case_id, n, row_no, line, col)
);
CREATE INDEX report_edits_cell ON report_edits (case_id, row_no, line, col, n);

-- What the executor says to a warning, or to a cell.
CREATE TABLE report_comments (
    case_id TEXT NOT NULL REFERENCES cases (id),
    key     TEXT NOT NULL,
    text    TEXT NOT NULL,
    by_user TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
);

-- What the receiving side has to say to a version and has not sent yet.
CREATE TABLE report_remarks (
    case_id TEXT NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    row_no  TEXT NOT NULL,
    line    TEXT NOT NULL,
    col     TEXT NOT NULL,
    text    TEXT NOT NULL,
    by_user TEXT NOT NULL,
    at      TEXT NOT NULL,
    PRIMARY KEY (case_id, version, row_no, line, col)
);

CREATE TABLE report_notes (
    case_id  TEXT NOT NULL REFERENCES cases (id),
    heading  TEXT NOT NULL,
    language TEXT NOT NULL,
    text     TEXT NOT NULL,
    by_user  TEXT NOT NULL,
    at       TEXT NOT NULL,
    PRIMARY KEY (case_id, heading, language)
);

-- Frozen versions: digests of what the body entered, of the whole, of the note.
CREATE TABLE report_versions (
    case_id TEXT NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    own     TEXT NOT NULL,
    whole   TEXT NOT NULL,
    note    TEXT NOT NULL,
    PRIMARY KEY (case_id, version)
);

-- The accepted reports that a version contains.
CREATE TABLE report_parts (
    case_id      TEXT NOT NULL,
    version      BIGINT NOT NULL,
    part_case    TEXT NOT NULL,
    part_version BIGINT NOT NULL,
    PRIMARY KEY (case_id, version, part_case)
);

-- In the order in which they were accepted.
CREATE TABLE report_acceptances (
    case_id TEXT NOT NULL REFERENCES cases (id),
    version BIGINT NOT NULL,
    n       BIGINT NOT NULL UNIQUE,
    quarter TEXT NOT NULL,
    PRIMARY KEY (case_id, version)
);
CREATE INDEX report_acceptances_quarter ON report_acceptances (quarter, n);

-- A step may wait for several roles and bodies at once.
CREATE TABLE awaited_by (
    case_id   TEXT NOT NULL REFERENCES cases (id),
    step      TEXT NOT NULL,
    person    TEXT NOT NULL,
    body      TEXT NOT NULL,
    role      TEXT NOT NULL,
    paragraph BIGINT NOT NULL,
    last_at   TEXT NOT NULL,
    PRIMARY KEY (case_id, step, body, role, person)
);
INSERT INTO awaited_by (case_id, step, person, body, role, paragraph, last_at)
    SELECT case_id, step, person, body, role, paragraph, last_at FROM awaited;
DROP TABLE awaited;
ALTER TABLE awaited_by RENAME TO awaited;
CREATE INDEX awaited_list ON awaited (body, role, last_at, case_id, step, person, paragraph);

CREATE TRIGGER report_edits_keep_update BEFORE UPDATE ON report_edits BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER report_edits_keep_delete BEFORE DELETE ON report_edits BEGIN SELECT RAISE(ABORT, 'append-only'); END;
