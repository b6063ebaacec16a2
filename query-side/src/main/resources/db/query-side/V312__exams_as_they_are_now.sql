-- All that can happen to an exam, and the newest fact about it or one of its sessions, from which a reader knows that
-- nothing has changed. The log tells the read model again from its beginning.
DELETE FROM token_entry WHERE processor_name = 'sessions';
DELETE FROM read_position WHERE model = 'sessions';
DELETE FROM rebuild_run WHERE model = 'sessions';
TRUNCATE session_row, session_answer;
DROP TABLE session_exam;

CREATE TABLE session_exam (
    exam_id        uuid PRIMARY KEY,
    title          text        NOT NULL,
    category       text        NOT NULL,
    locked_by      text        NOT NULL, -- opaque id
    locked_at      timestamptz NOT NULL,
    opens_at       timestamptz NOT NULL,
    window_ends_at timestamptz,
    ended          text,                 -- CLOSED or CANCELLED before its time
    ended_at       timestamptz,
    content        text        NOT NULL, -- JSON: the rest, which is not searched for
    position       bigint      NOT NULL
);
CREATE INDEX session_exam_in_order ON session_exam (opens_at DESC, exam_id);

-- Apart from the exam, because it changes with every click.
CREATE TABLE session_exam_news (
    exam_id  uuid   PRIMARY KEY,
    position bigint NOT NULL
) WITH (fillfactor = 50);
