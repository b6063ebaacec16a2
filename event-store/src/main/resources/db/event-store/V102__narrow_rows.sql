-- The log in narrow rows: what many rows say alike stands once beside them, and each row has its number. Nothing that was
-- hashed changes. All or nothing: at the end every row is compared with what it was.

-- A process of the release before, should one still run, can store nothing from here on and says so.
LOCK TABLE log_event IN ACCESS EXCLUSIVE MODE;

-- Numbers are given to whoever holds the row of log_head, see log_numbers; so they have no gaps either.
CREATE TABLE log_stream (
    no   integer          PRIMARY KEY,
    name text COLLATE "C" NOT NULL UNIQUE -- type and id, session:<uuid>
);

CREATE TABLE log_type (
    no       smallint         PRIMARY KEY,
    name     text COLLATE "C" NOT NULL,
    revision integer          NOT NULL,
    UNIQUE (name, revision)
);

CREATE TABLE log_actor (
    no     integer          PRIMARY KEY,
    person text COLLATE "C" NOT NULL, -- opaque
    role   text COLLATE "C" NOT NULL,
    UNIQUE (person, role)
);

-- Person, correlation and role of metadata in the usual form, null for any other. Cut at the quotation marks and checked part
-- by part, because one pattern that picks the parts takes a millisecond a row.
CREATE FUNCTION log_usual_metadata(metadata bytea) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
    written     text   := encode(metadata, 'escape');
    parts       text[] := string_to_array(written, '"');
    person      text   := parts[4];
    correlation text   := parts[8];
    role        text   := parts[12];
BEGIN
    IF written = '{"actor":"' || person || '","correlation":"' || correlation || '","role":"' || role || '"}'
        AND length(person) <= 64 AND person ~ '^[A-Za-z0-9_.:@-]+$'
        AND length(role) <= 32 AND role ~ '^[a-z]+$'
        AND (correlation = ''
            OR length(correlation) = 16 AND correlation ~ '^[0-9a-f]+$'
            OR length(correlation) = 36 AND correlation ~ '^[0-9a-f]+-[0-9a-f]+-[0-9a-f]+-[0-9a-f]+-[0-9a-f]+$'
                AND correlation LIKE '________-____-____-____-____________')
    THEN
        RETURN ARRAY[person, correlation, role];
    END IF;
    RETURN NULL;
END
$$;

INSERT INTO log_stream (no, name)
SELECT row_number() OVER (ORDER BY min(position)), stream_id FROM log_event GROUP BY stream_id;

INSERT INTO log_type (no, name, revision)
SELECT row_number() OVER (ORDER BY min(position)), name, revision FROM log_event GROUP BY name, revision;

INSERT INTO log_actor (no, person, role)
SELECT row_number() OVER (ORDER BY min(position)), usual[1], usual[3]
FROM (SELECT position, log_usual_metadata(metadata) AS usual FROM log_event) AS event
WHERE usual IS NOT NULL
GROUP BY usual[1], usual[3];

ANALYZE log_stream, log_type, log_actor;

ALTER TABLE log_event RENAME TO log_event_before;
ALTER TABLE log_event_before RENAME CONSTRAINT log_event_position TO log_event_before_position;
ALTER TABLE log_event_before RENAME CONSTRAINT log_event_stream_sequence TO log_event_before_stream_sequence;

-- Columns of fixed width first, so that no byte is lost to alignment; never null in an answer, which saves the bitmap of
-- nulls. Foreign keys would cost each append three look-ups: the numbers come from log_numbers or from this file.
CREATE TABLE log_event (
    position    bigint      NOT NULL,
    occurred_at timestamptz NOT NULL,
    stream_no   integer     NOT NULL,
    sequence    integer     NOT NULL CHECK (sequence >= 0),
    actor_no    integer,              -- null: the metadata has no usual form
    type_no     smallint    NOT NULL,
    correlation bytea       NOT NULL, -- of usual metadata: none, 8 bytes (16 hex digits) or 16 (a UUID)
    metadata    bytea       NOT NULL, -- the exact bytes when there is no actor_no, else none
    hash        bytea       NOT NULL, -- SHA-256, see RowHash
    payload     bytea       NOT NULL, -- JSON in UTF-8; the exact bytes that were hashed
    CONSTRAINT log_event_metadata
        CHECK (octet_length(CASE WHEN actor_no IS NULL THEN correlation ELSE metadata END) = 0)
);

INSERT INTO log_event
    (position, occurred_at, stream_no, sequence, actor_no, type_no, correlation, metadata, hash, payload)
SELECT position, occurred_at,
       (SELECT no FROM log_stream WHERE log_stream.name = event.stream_id),
       sequence,
       (SELECT no FROM log_actor WHERE person = usual[1] AND role = usual[3]),
       (SELECT no FROM log_type WHERE log_type.name = event.name AND log_type.revision = event.revision),
       CASE WHEN usual IS NULL THEN '' ELSE decode(replace(usual[2], '-', ''), 'hex') END,
       CASE WHEN usual IS NULL THEN metadata ELSE '' END,
       hash, payload
FROM (SELECT *, log_usual_metadata(metadata) AS usual FROM log_event_before ORDER BY position) AS event
ORDER BY position;

ALTER TABLE log_event ADD CONSTRAINT log_event_position PRIMARY KEY (position);
ALTER TABLE log_event ADD CONSTRAINT log_event_stream_sequence UNIQUE (stream_no, sequence);

-- The metadata of a row, byte for byte as it was hashed.
CREATE FUNCTION log_metadata(actor_no integer, person text, role text, correlation bytea, metadata bytea) RETURNS bytea
    LANGUAGE sql STABLE AS
$$
SELECT CASE
    WHEN actor_no IS NULL THEN metadata
    ELSE convert_to('{"actor":"' || person || '","correlation":"'
        || CASE octet_length(correlation)
               WHEN 16 THEN encode(correlation, 'hex')::uuid::text
               ELSE encode(correlation, 'hex')
           END
        || '","role":"' || role || '"}', 'UTF8')
END
$$;

-- The log for people, who read it with psql: names instead of numbers, JSON as text.
CREATE VIEW log_event_readable AS
SELECT event.position, event.occurred_at, stream.name AS stream_id, event.sequence, type.name, type.revision,
       convert_from(log_metadata(event.actor_no, actor.person, actor.role, event.correlation, event.metadata), 'UTF8')
           AS metadata,
       convert_from(event.payload, 'UTF8') AS payload,
       event.hash
FROM log_event AS event
    LEFT JOIN log_stream AS stream ON stream.no = event.stream_no
    LEFT JOIN log_type AS type ON type.no = event.type_no
    LEFT JOIN log_actor AS actor ON actor.no = event.actor_no;

-- The numbers of the streams, types and actors of some rows, in the order of the rows; who has none yet gets one. Whoever
-- asks holds the row of log_head from then on, so nobody else is giving numbers, and everything that was committed before
-- can be seen. They are remembered with the rows of the same commit or not at all.
CREATE FUNCTION log_numbers(streams text[], names text[], revisions integer[], persons text[], roles text[])
    RETURNS TABLE (stream_no integer, type_no smallint, actor_no integer)
    LANGUAGE plpgsql
    SET enable_seqscan = off -- plans are kept while tables grow
AS
$$
#variable_conflict use_column
BEGIN
    PERFORM FROM log_head FOR UPDATE;

    INSERT INTO log_stream (no, name)
    SELECT (SELECT coalesce(max(no), 0) FROM log_stream) + row_number() OVER (ORDER BY min(nth)), given.name
    FROM unnest(streams) WITH ORDINALITY AS given (name, nth)
    WHERE NOT EXISTS (SELECT FROM log_stream AS known WHERE known.name = given.name)
    GROUP BY given.name;

    INSERT INTO log_type (no, name, revision)
    SELECT (SELECT coalesce(max(no), 0) FROM log_type) + row_number() OVER (ORDER BY min(nth)), given.name, given.revision
    FROM unnest(names, revisions) WITH ORDINALITY AS given (name, revision, nth)
    WHERE NOT EXISTS (
        SELECT FROM log_type AS known WHERE known.name = given.name AND known.revision = given.revision)
    GROUP BY given.name, given.revision;

    INSERT INTO log_actor (no, person, role)
    SELECT (SELECT coalesce(max(no), 0) FROM log_actor) + row_number() OVER (ORDER BY min(nth)), given.person, given.role
    FROM unnest(persons, roles) WITH ORDINALITY AS given (person, role, nth)
    WHERE given.person IS NOT NULL AND NOT EXISTS (
        SELECT FROM log_actor AS known WHERE known.person = given.person AND known.role = given.role)
    GROUP BY given.person, given.role;

    RETURN QUERY
    SELECT (SELECT no FROM log_stream AS known WHERE known.name = given.stream),
           (SELECT no FROM log_type AS known WHERE known.name = given.name AND known.revision = given.revision),
           (SELECT no FROM log_actor AS known WHERE known.person = given.person AND known.role = given.role)
    FROM unnest(streams, names, revisions, persons, roles) WITH ORDINALITY
        AS given (stream, name, revision, person, role, nth)
    ORDER BY nth;
END
$$;

DO
$$
DECLARE
    differing bigint;
    given     record;
BEGIN
    SELECT count(*) INTO differing
    FROM log_event AS event
        JOIN log_stream AS stream ON stream.no = event.stream_no
        JOIN log_type AS type ON type.no = event.type_no
        LEFT JOIN log_actor AS actor ON actor.no = event.actor_no
        FULL JOIN log_event_before AS before ON before.position = event.position
    WHERE (before.position, before.occurred_at, before.stream_id, before.sequence, before.name, before.revision,
           before.metadata, before.payload, before.hash)
        IS DISTINCT FROM
          (event.position, event.occurred_at, stream.name, event.sequence, type.name, type.revision,
           log_metadata(event.actor_no, actor.person, actor.role, event.correlation, event.metadata),
           event.payload, event.hash);
    IF differing > 0 THEN
        RAISE EXCEPTION '% rows of the log would have changed', differing;
    END IF;

    -- Who might read or write the log may still.
    FOR given IN
        SELECT acl.privilege_type AS privilege, coalesce(quote_ident(role.rolname), 'PUBLIC') AS grantee
        FROM pg_class AS class
            CROSS JOIN aclexplode(class.relacl) AS acl
            LEFT JOIN pg_roles AS role ON role.oid = acl.grantee
        WHERE class.oid = 'log_event_before'::regclass
          AND acl.grantee <> class.relowner
          AND acl.privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON log_event, log_stream, log_type, log_actor TO %s', given.privilege, given.grantee);
        IF given.privilege = 'SELECT' THEN
            EXECUTE format('GRANT SELECT ON log_event_readable TO %s', given.grantee);
        END IF;
    END LOOP;
END
$$;

DROP TABLE log_event_before;
DROP FUNCTION log_usual_metadata;

CREATE TRIGGER log_event_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_event
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

CREATE TRIGGER log_stream_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_stream
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

CREATE TRIGGER log_type_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_type
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

CREATE TRIGGER log_actor_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_actor
    FOR EACH STATEMENT EXECUTE FUNCTION log_refuses_change();

REVOKE UPDATE, DELETE, TRUNCATE ON log_event, log_stream, log_type, log_actor FROM PUBLIC;
