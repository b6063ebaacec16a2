-- That somebody with this external id was erased, and since when: only as a keyed hash of the id, and only for as long as a
-- token from before could still be shown. It tells neither who he was nor which opaque id was his.
CREATE TABLE erased_entry (
    trace      bytea       PRIMARY KEY,
    not_before timestamptz NOT NULL
);

-- The key of those hashes. One row at most.
CREATE TABLE directory_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    secret bytea   NOT NULL
);
