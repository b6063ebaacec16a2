-- What proves the log: a Merkle tree over the hashes of its rows, checkpoints that were signed over it, and how far the log
-- has been walked to check it. Nothing here is needed to take or answer anything; all but the checkpoints can be grown again.

-- The hashes of the rows from a position on, 32 bytes each. A run never crosses a multiple of 256 rows.
CREATE TABLE log_leaf (
    first_position bigint PRIMARY KEY,
    hashes         bytea NOT NULL CHECK (octet_length(hashes) > 0 AND octet_length(hashes) % 32 = 0)
);
-- Hashes cannot be packed; trying costs time.
ALTER TABLE log_leaf ALTER COLUMN hashes SET STORAGE EXTERNAL;

-- Full subtrees of 256 leaves and more; smaller ones are computed from their leaves.
CREATE TABLE log_tree (
    level smallint NOT NULL CHECK (level >= 8),
    index bigint   NOT NULL,
    hash  bytea    NOT NULL,
    PRIMARY KEY (level, index)
);

CREATE TABLE log_checkpoint (
    size      bigint PRIMARY KEY,
    signed_at timestamptz NOT NULL,
    key_id    text        NOT NULL,
    note      text        NOT NULL -- the signed note; nothing else here is believed
);

CREATE FUNCTION log_proof_refuses_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'what proves the log is append-only: % on % is refused', tg_op, tg_table_name
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER log_leaf_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_leaf
    FOR EACH STATEMENT EXECUTE FUNCTION log_proof_refuses_change();

CREATE TRIGGER log_tree_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_tree
    FOR EACH STATEMENT EXECUTE FUNCTION log_proof_refuses_change();

CREATE TRIGGER log_checkpoint_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON log_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION log_proof_refuses_change();

-- The last walk over the whole log, or the one under way.
CREATE TABLE log_walk (
    only_row     boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    state        text   NOT NULL CHECK (state IN ('REQUESTED', 'RUNNING', 'DONE')),
    run          uuid,
    position     bigint NOT NULL, -- how far it has come
    goal         bigint NOT NULL,
    requested_at timestamptz NOT NULL,
    ended_at     timestamptz,
    -- What the last walk that came to its end has found; kept while the next one is under way.
    checked_to   bigint NOT NULL DEFAULT 0,
    checked_at   timestamptz,
    bad_position bigint,
    reason       text
);
