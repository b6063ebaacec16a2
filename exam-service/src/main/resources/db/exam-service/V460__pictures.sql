-- Pictures of questions, under the SHA-256 of their bytes. Facts name them by it, so a row is as final as a fact.
CREATE TABLE picture (
    sha256     bytea       PRIMARY KEY CHECK (sha256 = sha256(bytes)),
    media_type text        NOT NULL,
    width      integer     NOT NULL,
    height     integer     NOT NULL,
    brought_by uuid        NOT NULL, -- opaque id
    brought_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    bytes      bytea       NOT NULL
);

-- They are packed already.
ALTER TABLE picture ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE FUNCTION picture_refuses_change() RETURNS trigger
    LANGUAGE plpgsql AS
$$
BEGIN
    RAISE EXCEPTION 'pictures are append-only: % is refused', tg_op
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER picture_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON picture
    FOR EACH STATEMENT EXECUTE FUNCTION picture_refuses_change();

REVOKE UPDATE, DELETE, TRUNCATE ON picture FROM PUBLIC;
