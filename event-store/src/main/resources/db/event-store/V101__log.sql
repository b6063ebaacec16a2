-- The log: every fact, once, in the order in which it was committed.

-- The last position given out. Every append updates this one row first, so its lock puts appends of all
-- processes in one line: position order is commit order and no number is ever left out.
CREATE TABLE log_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL
) WITH (fillfactor = 10);

INSERT INTO log_head (position) VALUES (0);

-- Fixed-width columns first, so that no byte is lost to alignment.
CREATE TABLE log_event (
    position    bigint                NOT NULL,
    occurred_at timestamptz           NOT NULL,
    sequence    integer               NOT NULL CHECK (sequence >= 0),
    revision    smallint              NOT NULL,
    stream_id   text      COLLATE "C" NOT NULL, -- type and id, session:<uuid>
    name        text      COLLATE "C" NOT NULL,
    metadata    bytea                 NOT NULL, -- JSON object in UTF-8, empty when there is nothing to say
    payload     bytea                 NOT NULL, -- JSON in UTF-8; the exact bytes that were hashed
    hash        bytea                 NOT NULL, -- SHA-256, see RowHash
    CONSTRAINT log_event_position PRIMARY KEY (position),
    CONSTRAINT log_event_stream_sequence UNIQUE (stream_id, sequence)
);

CREATE FUNCTION log_refuses_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'the log is append-only: % on % is refused', tg_op, tg_table_name
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER log_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_event
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

CREATE TRIGGER log_head_stays
    BEFORE INSERT OR DELETE OR TRUNCATE ON log_head
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

REVOKE UPDATE, DELETE, TRUNCATE ON log_event FROM PUBLIC;
