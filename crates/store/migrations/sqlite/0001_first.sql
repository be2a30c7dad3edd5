-- What the store remembers. Dates and times are ISO text of fixed width, booleans 0 or 1, JSON is text.

-- Running heads: of the chain of cases and of the ledger. Updating a row is also what puts writers in line.
CREATE TABLE heads (
    name TEXT PRIMARY KEY,
    n    BIGINT NOT NULL,
    head TEXT NOT NULL
);
INSERT INTO heads (name, n, head) VALUES ('chain', 0, ''), ('ledger', 0, '');

-- Administrative edits, append-only.
CREATE TABLE ledger (
    seq   BIGINT PRIMARY KEY,
    at    TEXT NOT NULL,
    actor TEXT NOT NULL,
    what  TEXT NOT NULL,
    data  TEXT NOT NULL,
    prev  TEXT NOT NULL,
    hash  TEXT NOT NULL
);

CREATE TABLE bodies (
    id             TEXT PRIMARY KEY,
    kind           TEXT NOT NULL,
    parent         TEXT,
    coordinated_by TEXT,
    territory      TEXT NOT NULL,
    valid_from     TEXT NOT NULL,
    valid_to       TEXT,
    bin            TEXT NOT NULL,
    name_kk        TEXT NOT NULL,
    name_ru        TEXT NOT NULL,
    name_en        TEXT NOT NULL,
    short_kk       TEXT NOT NULL,
    short_ru       TEXT NOT NULL,
    short_en       TEXT NOT NULL,
    address_kk     TEXT NOT NULL,
    address_ru     TEXT NOT NULL,
    search         TEXT NOT NULL
);
CREATE INDEX bodies_parent ON bodies (parent);

CREATE TABLE services (
    code             TEXT PRIMARY KEY,
    name_kk          TEXT NOT NULL,
    name_ru          TEXT NOT NULL,
    name_en          TEXT NOT NULL,
    owner            TEXT NOT NULL REFERENCES bodies (id),
    permits_category BIGINT,
    search           TEXT NOT NULL
);
CREATE INDEX services_owner ON services (owner);

CREATE TABLE transfers (
    from_day   TEXT NOT NULL,
    to_day     TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    decree     TEXT NOT NULL,
    PRIMARY KEY (from_day, to_day)
);

CREATE TABLE parameter_changes (
    parameter  TEXT NOT NULL,
    value      BIGINT NOT NULL,
    from_day   TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    basis      TEXT NOT NULL,
    PRIMARY KEY (parameter, from_day, decided_on)
);

CREATE TABLE users (
    id            TEXT PRIMARY KEY,
    login         TEXT NOT NULL UNIQUE,
    name_kk       TEXT NOT NULL,
    name_ru       TEXT NOT NULL,
    name_en       TEXT NOT NULL,
    position_kk   TEXT NOT NULL,
    position_ru   TEXT NOT NULL,
    position_en   TEXT NOT NULL,
    password_hash TEXT,
    active        BIGINT NOT NULL,
    failed        BIGINT NOT NULL,
    locked_until  TEXT,
    language      TEXT NOT NULL
);

CREATE TABLE grants (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id),
    body       TEXT NOT NULL REFERENCES bodies (id),
    role       TEXT NOT NULL,
    acting     BIGINT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_to   TEXT
);
CREATE INDEX grants_user ON grants (user_id, body, role);
CREATE INDEX grants_body ON grants (body, role);

-- Every attempt to sign in, append-only.
CREATE TABLE signins (
    id      TEXT PRIMARY KEY,
    at      TEXT NOT NULL,
    login   TEXT NOT NULL,
    user_id TEXT,
    outcome TEXT NOT NULL,
    address TEXT NOT NULL,
    agent   TEXT NOT NULL
);
CREATE INDEX signins_user ON signins (user_id, at);
CREATE INDEX signins_at ON signins (at);

CREATE TABLE tokens (
    id         TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id),
    grant_id   TEXT NOT NULL REFERENCES grants (id),
    name       TEXT NOT NULL,
    hash       TEXT NOT NULL UNIQUE,
    scope      TEXT NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    last_used  TEXT
);
CREATE INDEX tokens_user ON tokens (user_id);

CREATE TABLE sessions (
    id         TEXT PRIMARY KEY,
    user_id    TEXT,
    data       TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    last_seen  TEXT NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

-- One row for each commit, append-only: head seals the head before and the last fact of the commit.
CREATE TABLE chain (
    n       BIGINT PRIMARY KEY,
    case_id TEXT NOT NULL,
    seq     BIGINT NOT NULL,
    hash    TEXT NOT NULL,
    prev    TEXT NOT NULL,
    head    TEXT NOT NULL
);
CREATE INDEX chain_case ON chain (case_id, seq);

-- The journal, append-only: body is the text that hash seals.
CREATE TABLE facts (
    case_id     TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    on_day      TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    body        TEXT NOT NULL,
    hash        TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE numbers (
    body   TEXT NOT NULL,
    series TEXT NOT NULL,
    year   BIGINT NOT NULL,
    latest BIGINT NOT NULL,
    PRIMARY KEY (body, series, year)
);

CREATE TABLE taken (
    scope   TEXT NOT NULL,
    key     TEXT NOT NULL,
    case_id TEXT NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);

-- Read model of a case, written in the transaction that appends its facts.
CREATE TABLE cases (
    id            TEXT PRIMARY KEY,
    procedure     TEXT NOT NULL,
    edition       TEXT NOT NULL,
    body          TEXT NOT NULL,
    object        TEXT,
    reference     TEXT NOT NULL,
    title         TEXT NOT NULL,
    opened_on     TEXT NOT NULL,
    closed_on     TEXT,
    version       BIGINT NOT NULL,
    stage         TEXT NOT NULL,
    last_at       TEXT NOT NULL,
    plan_item     TEXT,
    plan_year     BIGINT,
    plan_approved BIGINT NOT NULL,
    search        TEXT NOT NULL
);
CREATE INDEX cases_body ON cases (body, procedure);
CREATE INDEX cases_object ON cases (object);
CREATE INDEX cases_plan_item ON cases (body, plan_item) WHERE plan_item IS NOT NULL;

-- last_at, procedure and open are the case's, so that a reader's list comes off the index in order.
CREATE TABLE case_readers (
    case_id   TEXT NOT NULL REFERENCES cases (id),
    body      TEXT NOT NULL,
    role      TEXT NOT NULL,
    last_at   TEXT NOT NULL,
    procedure TEXT NOT NULL,
    open      BIGINT NOT NULL,
    PRIMARY KEY (case_id, body, role)
);
CREATE INDEX case_readers_list ON case_readers (body, role, last_at, case_id, procedure, open);

CREATE TABLE duties (
    case_id     TEXT NOT NULL REFERENCES cases (id),
    key         TEXT NOT NULL,
    rule        TEXT,
    paragraph   BIGINT NOT NULL,
    what        TEXT NOT NULL,
    detail      TEXT NOT NULL,
    body        TEXT NOT NULL,
    roles       TEXT NOT NULL,
    due         TEXT NOT NULL,
    state       TEXT NOT NULL,
    ended       TEXT,
    late_on_end BIGINT NOT NULL,
    step        TEXT NOT NULL,
    takers      TEXT NOT NULL,
    PRIMARY KEY (case_id, key)
);
CREATE INDEX duties_body ON duties (body, state, due, case_id, key, roles);
CREATE INDEX duties_open ON duties (state, due);

-- Steps that wait for somebody though no term runs; person is empty where anybody in the role may act, last_at is the
-- case's.
CREATE TABLE awaited (
    case_id   TEXT NOT NULL REFERENCES cases (id),
    step      TEXT NOT NULL,
    person    TEXT NOT NULL,
    body      TEXT NOT NULL,
    role      TEXT NOT NULL,
    paragraph BIGINT NOT NULL,
    last_at   TEXT NOT NULL,
    PRIMARY KEY (case_id, step, person)
);
CREATE INDEX awaited_list ON awaited (body, role, last_at, case_id, step, person, paragraph);

CREATE TABLE blobs (
    digest     TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    bytes      BLOB NOT NULL
);

CREATE TABLE case_documents (
    code      TEXT NOT NULL,
    version   BIGINT NOT NULL,
    case_id   TEXT NOT NULL REFERENCES cases (id),
    kind      TEXT NOT NULL,
    number    BIGINT NOT NULL,
    on_day    TEXT NOT NULL,
    data      TEXT NOT NULL,
    PRIMARY KEY (code, version)
);
CREATE INDEX case_documents_case ON case_documents (case_id);

-- Every copy in every language.
CREATE TABLE document_files (
    code     TEXT NOT NULL,
    version  BIGINT NOT NULL,
    copy     BIGINT NOT NULL,
    language TEXT NOT NULL,
    digest   TEXT NOT NULL REFERENCES blobs (digest),
    PRIMARY KEY (code, version, copy, language),
    FOREIGN KEY (code, version) REFERENCES case_documents (code, version)
);
CREATE INDEX document_files_digest ON document_files (digest);

CREATE TABLE files (
    id         TEXT PRIMARY KEY,
    case_id    TEXT NOT NULL REFERENCES cases (id),
    digest     TEXT NOT NULL REFERENCES blobs (digest),
    name       TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size       BIGINT NOT NULL,
    by_user    TEXT NOT NULL,
    at         TEXT NOT NULL,
    protected  BIGINT NOT NULL
);
CREATE INDEX files_case ON files (case_id);

CREATE TABLE messages (
    id           TEXT PRIMARY KEY,
    at           TEXT NOT NULL,
    user_id      TEXT,
    body         TEXT,
    role         TEXT,
    kind         TEXT NOT NULL,
    case_id      TEXT,
    args         TEXT NOT NULL,
    due_key      TEXT UNIQUE,
    channel      TEXT NOT NULL,
    delivered_at TEXT
);
CREATE INDEX messages_user ON messages (user_id, at);
CREATE INDEX messages_body ON messages (body, role, at);
CREATE INDEX messages_waiting ON messages (channel, at) WHERE delivered_at IS NULL;

-- Who has read what: a message to a role is read by each person for himself.
CREATE TABLE message_reads (
    message_id TEXT NOT NULL REFERENCES messages (id),
    user_id    TEXT NOT NULL,
    at         TEXT NOT NULL,
    PRIMARY KEY (message_id, user_id)
);

CREATE TRIGGER facts_keep_update BEFORE UPDATE ON facts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER facts_keep_delete BEFORE DELETE ON facts BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER chain_keep_update BEFORE UPDATE ON chain BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER chain_keep_delete BEFORE DELETE ON chain BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ledger_keep_update BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER ledger_keep_delete BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER signins_keep_update BEFORE UPDATE ON signins BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER signins_keep_delete BEFORE DELETE ON signins BEGIN SELECT RAISE(ABORT, 'append-only'); END;
