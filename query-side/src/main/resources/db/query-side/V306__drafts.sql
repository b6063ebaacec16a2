-- What is in a draft right now.
CREATE TABLE draft (
    draft_id uuid PRIMARY KEY,
    author   text        NOT NULL,
    title    text,
    category text,
    revision integer     NOT NULL,
    saved_at timestamptz NOT NULL,
    locked   boolean     NOT NULL,
    content  text        NOT NULL,
    position bigint      NOT NULL
);
CREATE INDEX draft_of_author ON draft (author, saved_at DESC);
