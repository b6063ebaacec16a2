-- Rebuilds of read models: asked for, going on, done. All processes see the same.
CREATE TABLE rebuild_run (
    model        text        PRIMARY KEY,
    state        text        NOT NULL, -- REQUESTED, RUNNING, DONE, FAILED
    run          uuid,                 -- who holds another run's id has been overtaken and may not write
    requested_at timestamptz NOT NULL,
    started_at   timestamptz,
    seen_at      timestamptz,
    position     bigint      NOT NULL,
    goal         bigint      NOT NULL,
    failure      text
);

-- Here the new tables of a model stand until they take the place of the live ones.
CREATE SCHEMA rebuild;
