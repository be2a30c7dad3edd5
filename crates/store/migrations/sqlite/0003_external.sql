-- External control (§4–34): what cases tell one another, who is at work on a case, what goes to the body for legal
-- statistics, who opened protected material, criteria of risk.

-- Read model: what a case tells others; to_body is the body an appeal was handed to, or that visits an entry of a list.
CREATE TABLE told (
    case_id TEXT NOT NULL REFERENCES cases (id),
    item    TEXT NOT NULL,
    kind    TEXT NOT NULL,
    body    TEXT NOT NULL,
    to_body TEXT,
    subject TEXT,
    on_day  TEXT NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (case_id, item)
);
CREATE INDEX told_body ON told (body, kind);
CREATE INDEX told_to_body ON told (to_body, kind) WHERE to_body IS NOT NULL;
CREATE INDEX told_subject ON told (subject, kind);
CREATE INDEX told_kind ON told (kind, on_day);

-- Read model: the people of a case, for whom alone its protected material is (§34).
CREATE TABLE case_team (
    case_id TEXT NOT NULL REFERENCES cases (id),
    user_id TEXT NOT NULL,
    PRIMARY KEY (case_id, user_id)
);

-- What the body for legal statistics is told (§17, §19, §24), and how far that is; the id is the key that makes twice
-- into once.
CREATE TABLE packages (
    id              TEXT PRIMARY KEY,
    case_id         TEXT NOT NULL REFERENCES cases (id),
    seq             BIGINT NOT NULL,
    n               BIGINT NOT NULL,
    kind            TEXT NOT NULL,
    body            TEXT NOT NULL,
    created_at      TEXT NOT NULL,
    state           TEXT NOT NULL,
    attempts        BIGINT NOT NULL,
    next_at         TEXT NOT NULL,
    last_error      TEXT,
    answered_number TEXT,
    answered_on     TEXT,
    delivered_at    TEXT
);
CREATE UNIQUE INDEX packages_fact ON packages (case_id, seq, kind);
CREATE INDEX packages_body ON packages (body, created_at, id);
CREATE INDEX packages_due ON packages (state, next_at);

-- Every opening of protected material, append-only: what is the digest of a file or the number of a fact.
CREATE TABLE openings (
    id      TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id),
    what    TEXT NOT NULL,
    user_id TEXT NOT NULL,
    body    TEXT NOT NULL,
    role    TEXT NOT NULL,
    at      TEXT NOT NULL
);
CREATE INDEX openings_case ON openings (case_id, at);

-- Sets of criteria of risk (§11) with the days they hold; who changed them is in the ledger as well.
CREATE TABLE criteria_sets (
    id         TEXT PRIMARY KEY,
    valid_from TEXT NOT NULL,
    valid_to   TEXT,
    data       TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at TEXT NOT NULL
);

CREATE TRIGGER openings_keep_update BEFORE UPDATE ON openings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER openings_keep_delete BEFORE DELETE ON openings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
