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
    stream_key  bytea                 NOT NULL, -- the stream's id in shorthand, see log_text
    name        text      COLLATE "C" NOT NULL,
    metadata    bytea                 NOT NULL, -- JSON object in shorthand, empty when there is nothing to say
    payload     bytea                 NOT NULL, -- JSON in shorthand; the exact bytes come back and were hashed
    hash        bytea                 NOT NULL, -- SHA-256, see RowHash
    CONSTRAINT log_event_position PRIMARY KEY (position),
    CONSTRAINT log_event_stream_sequence UNIQUE (stream_key, sequence)
);

-- Reads the shorthand of the class of that name: codes below 32 stand for a UUID, a time or a fragment.
CREATE FUNCTION log_text(packed bytea) RETURNS text
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$$
DECLARE
    fragments CONSTANT text[] := ARRAY [
        'session:', 'exam:', 'draft:', 'pool:',
        '{"questionId":', ',"optionIds":[', '],"pageIndex":', '{"pageIndex":', ',"epoch":', ',"clientSeq":',
        ',"clientTime":"', '","commandId":"', ',"commandId":"', '"}',
        '{"actor":"', '","correlation":"', '","role":"worker"}', '","role":"', '{"visibility":"'];
    plain bytea := '';
    at    int   := 1;
    code  int;
    used  int;
BEGIN
    WHILE at <= length(packed) LOOP
        code := get_byte(packed, at - 1);
        used := 1;
        CASE
            WHEN code = 0 THEN
                plain := plain || substr(packed, at + 1);
                used := length(packed);
            WHEN code = 1 THEN
                plain := plain || convert_to(encode(substr(packed, at + 1, 16), 'hex')::uuid::text, 'UTF8');
                used := 17;
            WHEN code = 2 THEN
                plain := plain || convert_to(to_char(
                    (timestamptz 'epoch' + ('x0000' || encode(substr(packed, at + 1, 6), 'hex'))::bit(64)::bigint
                        * interval '1 millisecond') AT TIME ZONE 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'UTF8');
                used := 7;
            WHEN code < 32 THEN
                plain := plain || convert_to(fragments[code - 2], 'UTF8');
            ELSE
                plain := plain || substr(packed, at, 1);
        END CASE;
        at := at + used;
    END LOOP;
    RETURN convert_from(plain, 'UTF8');
END
$$;

-- For people with psql; programs read the log through LogReader.
CREATE VIEW log_readable AS
SELECT position, log_text(stream_key) AS stream_id, sequence, occurred_at, name, revision,
       log_text(metadata) AS metadata, log_text(payload) AS payload, hash
FROM log_event;

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
