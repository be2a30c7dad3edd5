-- What the store remembers. Dates and times are ISO text of fixed width, booleans 0 or 1, JSON is text.
-- Text is compared byte by byte, as SQLite does.

-- Running heads: of the chain of cases and of the ledger. Updating a row is also what puts writers in line.
CREATE TABLE heads (
    name TEXT COLLATE "C" PRIMARY KEY,
    n    BIGINT NOT NULL,
    head TEXT COLLATE "C" NOT NULL
);
INSERT INTO heads (name, n, head) VALUES ('chain', 0, ''), ('ledger', 0, '');

-- Administrative edits, append-only.
CREATE TABLE ledger (
    seq   BIGINT PRIMARY KEY,
    at    TEXT COLLATE "C" NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    what  TEXT COLLATE "C" NOT NULL,
    data  TEXT COLLATE "C" NOT NULL,
    prev  TEXT COLLATE "C" NOT NULL,
    hash  TEXT COLLATE "C" NOT NULL
);

CREATE TABLE bodies (
    id             TEXT COLLATE "C" PRIMARY KEY,
    kind           TEXT COLLATE "C" NOT NULL,
    parent         TEXT COLLATE "C",
    coordinated_by TEXT COLLATE "C",
    territory      TEXT COLLATE "C" NOT NULL,
    valid_from     TEXT COLLATE "C" NOT NULL,
    valid_to       TEXT COLLATE "C",
    bin            TEXT COLLATE "C" NOT NULL,
    name_kk        TEXT COLLATE "C" NOT NULL,
    name_ru        TEXT COLLATE "C" NOT NULL,
    name_en        TEXT COLLATE "C" NOT NULL,
    short_kk       TEXT COLLATE "C" NOT NULL,
    short_ru       TEXT COLLATE "C" NOT NULL,
    short_en       TEXT COLLATE "C" NOT NULL,
    address_kk     TEXT COLLATE "C" NOT NULL,
    address_ru     TEXT COLLATE "C" NOT NULL,
    search         TEXT COLLATE "C" NOT NULL
);
CREATE INDEX bodies_parent ON bodies (parent);

CREATE TABLE services (
    code             TEXT COLLATE "C" PRIMARY KEY,
    name_kk          TEXT COLLATE "C" NOT NULL,
    name_ru          TEXT COLLATE "C" NOT NULL,
    name_en          TEXT COLLATE "C" NOT NULL,
    owner            TEXT COLLATE "C" NOT NULL REFERENCES bodies (id),
    permits_category BIGINT,
    search           TEXT COLLATE "C" NOT NULL
);
CREATE INDEX services_owner ON services (owner);

CREATE TABLE transfers (
    from_day   TEXT COLLATE "C" NOT NULL,
    to_day     TEXT COLLATE "C" NOT NULL,
    decided_on TEXT COLLATE "C" NOT NULL,
    decree     TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (from_day, to_day)
);

CREATE TABLE parameter_changes (
    parameter  TEXT COLLATE "C" NOT NULL,
    value      BIGINT NOT NULL,
    from_day   TEXT COLLATE "C" NOT NULL,
    decided_on TEXT COLLATE "C" NOT NULL,
    basis      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (parameter, from_day, decided_on)
);

CREATE TABLE users (
    id            TEXT COLLATE "C" PRIMARY KEY,
    login         TEXT COLLATE "C" NOT NULL UNIQUE,
    name_kk       TEXT COLLATE "C" NOT NULL,
    name_ru       TEXT COLLATE "C" NOT NULL,
    name_en       TEXT COLLATE "C" NOT NULL,
    position_kk   TEXT COLLATE "C" NOT NULL,
    position_ru   TEXT COLLATE "C" NOT NULL,
    position_en   TEXT COLLATE "C" NOT NULL,
    password_hash TEXT COLLATE "C",
    active        BIGINT NOT NULL,
    failed        BIGINT NOT NULL,
    locked_until  TEXT COLLATE "C",
    language      TEXT COLLATE "C" NOT NULL
);

CREATE TABLE grants (
    id         TEXT COLLATE "C" PRIMARY KEY,
    user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    body       TEXT COLLATE "C" NOT NULL REFERENCES bodies (id),
    role       TEXT COLLATE "C" NOT NULL,
    acting     BIGINT NOT NULL,
    valid_from TEXT COLLATE "C" NOT NULL,
    valid_to   TEXT COLLATE "C"
);
CREATE INDEX grants_user ON grants (user_id, body, role);
CREATE INDEX grants_body ON grants (body, role);

-- Every attempt to sign in, append-only.
CREATE TABLE signins (
    id      TEXT COLLATE "C" PRIMARY KEY,
    at      TEXT COLLATE "C" NOT NULL,
    login   TEXT COLLATE "C" NOT NULL,
    user_id TEXT COLLATE "C",
    outcome TEXT COLLATE "C" NOT NULL,
    address TEXT COLLATE "C" NOT NULL,
    agent   TEXT COLLATE "C" NOT NULL
);
CREATE INDEX signins_user ON signins (user_id, at);
CREATE INDEX signins_at ON signins (at);

CREATE TABLE tokens (
    id         TEXT COLLATE "C" PRIMARY KEY,
    user_id    TEXT COLLATE "C" NOT NULL REFERENCES users (id),
    grant_id   TEXT COLLATE "C" NOT NULL REFERENCES grants (id),
    name       TEXT COLLATE "C" NOT NULL,
    hash       TEXT COLLATE "C" NOT NULL UNIQUE,
    scope      TEXT COLLATE "C" NOT NULL,
    created_at TEXT COLLATE "C" NOT NULL,
    expires_at TEXT COLLATE "C" NOT NULL,
    revoked_at TEXT COLLATE "C",
    last_used  TEXT COLLATE "C"
);
CREATE INDEX tokens_user ON tokens (user_id);

CREATE TABLE sessions (
    id         TEXT COLLATE "C" PRIMARY KEY,
    user_id    TEXT COLLATE "C",
    data       TEXT COLLATE "C" NOT NULL,
    expires_at TEXT COLLATE "C" NOT NULL,
    last_seen  TEXT COLLATE "C" NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

-- One row for each commit, append-only: head seals the head before and the last fact of the commit.
CREATE TABLE chain (
    n       BIGINT PRIMARY KEY,
    case_id TEXT COLLATE "C" NOT NULL,
    seq     BIGINT NOT NULL,
    hash    TEXT COLLATE "C" NOT NULL,
    prev    TEXT COLLATE "C" NOT NULL,
    head    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX chain_case ON chain (case_id, seq);

-- The journal, append-only: body is the text that hash seals.
CREATE TABLE facts (
    case_id     TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    kind        TEXT COLLATE "C" NOT NULL,
    on_day      TEXT COLLATE "C" NOT NULL,
    recorded_at TEXT COLLATE "C" NOT NULL,
    body        TEXT COLLATE "C" NOT NULL,
    hash        TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, seq)
);

CREATE TABLE numbers (
    body   TEXT COLLATE "C" NOT NULL,
    series TEXT COLLATE "C" NOT NULL,
    year   BIGINT NOT NULL,
    latest BIGINT NOT NULL,
    PRIMARY KEY (body, series, year)
);

CREATE TABLE taken (
    scope   TEXT COLLATE "C" NOT NULL,
    key     TEXT COLLATE "C" NOT NULL,
    case_id TEXT COLLATE "C" NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (scope, key)
);

-- Read model of a case, written in the transaction that appends its facts.
CREATE TABLE cases (
    id            TEXT COLLATE "C" PRIMARY KEY,
    procedure     TEXT COLLATE "C" NOT NULL,
    edition       TEXT COLLATE "C" NOT NULL,
    body          TEXT COLLATE "C" NOT NULL,
    object        TEXT COLLATE "C",
    reference     TEXT COLLATE "C" NOT NULL,
    title         TEXT COLLATE "C" NOT NULL,
    opened_on     TEXT COLLATE "C" NOT NULL,
    closed_on     TEXT COLLATE "C",
    version       BIGINT NOT NULL,
    stage         TEXT COLLATE "C" NOT NULL,
    last_at       TEXT COLLATE "C" NOT NULL,
    plan_item     TEXT COLLATE "C",
    plan_year     BIGINT,
    plan_approved BIGINT NOT NULL,
    search        TEXT COLLATE "C" NOT NULL
);
CREATE INDEX cases_body ON cases (body, procedure);
CREATE INDEX cases_object ON cases (object);
CREATE INDEX cases_plan_item ON cases (body, plan_item) WHERE plan_item IS NOT NULL;

-- last_at, procedure and open are the case's, so that a reader's list comes off the index in order.
CREATE TABLE case_readers (
    case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    body      TEXT COLLATE "C" NOT NULL,
    role      TEXT COLLATE "C" NOT NULL,
    last_at   TEXT COLLATE "C" NOT NULL,
    procedure TEXT COLLATE "C" NOT NULL,
    open      BIGINT NOT NULL,
    PRIMARY KEY (case_id, body, role)
);
CREATE INDEX case_readers_list ON case_readers (body, role, last_at, case_id, procedure, open);

CREATE TABLE duties (
    case_id     TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    key         TEXT COLLATE "C" NOT NULL,
    rule        TEXT COLLATE "C",
    paragraph   BIGINT NOT NULL,
    what        TEXT COLLATE "C" NOT NULL,
    detail      TEXT COLLATE "C" NOT NULL,
    body        TEXT COLLATE "C" NOT NULL,
    roles       TEXT COLLATE "C" NOT NULL,
    due         TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL,
    ended       TEXT COLLATE "C",
    late_on_end BIGINT NOT NULL,
    step        TEXT COLLATE "C" NOT NULL,
    takers      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, key)
);
CREATE INDEX duties_body ON duties (body, state, due, case_id, key, roles);
CREATE INDEX duties_open ON duties (state, due);

-- Steps that wait for somebody though no term runs; person is empty where anybody in the role may act, last_at is the
-- case's.
CREATE TABLE awaited (
    case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    step      TEXT COLLATE "C" NOT NULL,
    person    TEXT COLLATE "C" NOT NULL,
    body      TEXT COLLATE "C" NOT NULL,
    role      TEXT COLLATE "C" NOT NULL,
    paragraph BIGINT NOT NULL,
    last_at   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (case_id, step, person)
);
CREATE INDEX awaited_list ON awaited (body, role, last_at, case_id, step, person, paragraph);

CREATE TABLE blobs (
    digest     TEXT COLLATE "C" PRIMARY KEY,
    media_type TEXT COLLATE "C" NOT NULL,
    size       BIGINT NOT NULL,
    bytes      BYTEA NOT NULL
);

CREATE TABLE case_documents (
    code      TEXT COLLATE "C" NOT NULL,
    version   BIGINT NOT NULL,
    case_id   TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    kind      TEXT COLLATE "C" NOT NULL,
    number    BIGINT NOT NULL,
    on_day    TEXT COLLATE "C" NOT NULL,
    data      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (code, version)
);
CREATE INDEX case_documents_case ON case_documents (case_id);

-- Every copy in every language.
CREATE TABLE document_files (
    code     TEXT COLLATE "C" NOT NULL,
    version  BIGINT NOT NULL,
    copy     BIGINT NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    digest   TEXT COLLATE "C" NOT NULL REFERENCES blobs (digest),
    PRIMARY KEY (code, version, copy, language),
    FOREIGN KEY (code, version) REFERENCES case_documents (code, version)
);
CREATE INDEX document_files_digest ON document_files (digest);

CREATE TABLE files (
    id         TEXT COLLATE "C" PRIMARY KEY,
    case_id    TEXT COLLATE "C" NOT NULL REFERENCES cases (id),
    digest     TEXT COLLATE "C" NOT NULL REFERENCES blobs (digest),
    name       TEXT COLLATE "C" NOT NULL,
    media_type TEXT COLLATE "C" NOT NULL,
    size       BIGINT NOT NULL,
    by_user    TEXT COLLATE "C" NOT NULL,
    at         TEXT COLLATE "C" NOT NULL,
    protected  BIGINT NOT NULL
);
CREATE INDEX files_case ON files (case_id);

CREATE TABLE messages (
    id           TEXT COLLATE "C" PRIMARY KEY,
    at           TEXT COLLATE "C" NOT NULL,
    user_id      TEXT COLLATE "C",
    body         TEXT COLLATE "C",
    role         TEXT COLLATE "C",
    kind         TEXT COLLATE "C" NOT NULL,
    case_id      TEXT COLLATE "C",
    args         TEXT COLLATE "C" NOT NULL,
    due_key      TEXT COLLATE "C" UNIQUE,
    channel      TEXT COLLATE "C" NOT NULL,
    delivered_at TEXT COLLATE "C"
);
CREATE INDEX messages_user ON messages (user_id, at);
CREATE INDEX messages_body ON messages (body, role, at);
CREATE INDEX messages_waiting ON messages (channel, at) WHERE delivered_at IS NULL;

-- Who has read what: a message to a role is read by each person for himself.
CREATE TABLE message_reads (
    message_id TEXT COLLATE "C" NOT NULL REFERENCES messages (id),
    user_id    TEXT COLLATE "C" NOT NULL,
    at         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (message_id, user_id)
);

CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'append-only'; END $$;
CREATE TRIGGER facts_keep BEFORE UPDATE OR DELETE ON facts FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER facts_keep_all BEFORE TRUNCATE ON facts FOR EACH STATEMENT EXECUTE FUNCTION keep();
CREATE TRIGGER chain_keep BEFORE UPDATE OR DELETE ON chain FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER chain_keep_all BEFORE TRUNCATE ON chain FOR EACH STATEMENT EXECUTE FUNCTION keep();
CREATE TRIGGER ledger_keep BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER ledger_keep_all BEFORE TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION keep();
CREATE TRIGGER signins_keep BEFORE UPDATE OR DELETE ON signins FOR EACH ROW EXECUTE FUNCTION keep();
CREATE TRIGGER signins_keep_all BEFORE TRUNCATE ON signins FOR EACH STATEMENT EXECUTE FUNCTION keep();

-- The product works as sapa_app, which owns nothing. The owner may lack the right to create or grant the role: then
-- the operator has done so before, or the first connection says what is missing.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'sapa_app') THEN
        CREATE ROLE sapa_app NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation OR insufficient_privilege THEN NULL;
END $$;
DO $$
BEGIN
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
        EXECUTE format('GRANT sapa_app TO %I', current_user);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN NULL;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO sapa_app;
REVOKE UPDATE, DELETE, TRUNCATE ON facts, chain, ledger, signins FROM sapa_app;
