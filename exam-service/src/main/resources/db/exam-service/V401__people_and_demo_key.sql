-- Who is behind an opaque id. The only place that holds a name (R13); erasing a row leaves the log as it is.
CREATE TABLE person (
    person     uuid        PRIMARY KEY,
    worker_id  text        NOT NULL UNIQUE,
    name       text,
    created_at timestamptz NOT NULL DEFAULT now()
);

-- Signs demo tokens, so that they outlive a restart. One row at most.
CREATE TABLE demo_signing_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    secret bytea   NOT NULL
);
