-- One row a session and one an answer for resume, monitor and the worker's list; scores stand beside them.
-- Rows of read models are made from the log, so these begin again at its first fact.
DROP TABLE resume_session, resume_answer, monitor_exam, monitor_row, my_exam, my_session, response_session;
TRUNCATE response_exam, response_score, responses;
DELETE FROM read_position WHERE model IN ('resume', 'monitor', 'my-sessions', 'responses');
DELETE FROM token_entry WHERE processor_name IN ('resume', 'monitor', 'my-sessions', 'responses');
DELETE FROM rebuild_run WHERE model IN ('resume', 'monitor', 'my-sessions', 'responses');

CREATE TABLE session_exam (
    exam_id        uuid PRIMARY KEY,
    title          text NOT NULL,
    category       text NOT NULL,
    opens_at       timestamptz NOT NULL,
    window_ends_at timestamptz,
    position       bigint NOT NULL
);

CREATE TABLE session_row (
    session_id         uuid    PRIMARY KEY,
    exam_id            uuid    NOT NULL,
    person             text    NOT NULL,
    attempt            integer NOT NULL,
    total              integer NOT NULL,
    questions_per_page integer NOT NULL,
    pass_percentage    integer NOT NULL,
    answered           integer NOT NULL,
    opens_at           timestamptz NOT NULL,
    window_ends_at     timestamptz,
    allowed_seconds    bigint  NOT NULL,
    grace_seconds      integer NOT NULL,
    started_at         timestamptz,
    deadline           timestamptz,
    last_sign_of_life  timestamptz,
    visibility         text    NOT NULL,
    ended              text,
    ended_at           timestamptz,
    close_scoring      text,
    timer_policy       text    NOT NULL,
    counted_to         timestamptz,
    used_millis        bigint  NOT NULL,
    gap_millis         bigint  NOT NULL,
    epoch              integer NOT NULL,
    last_client_seq    bigint  NOT NULL,
    page_index         integer NOT NULL,
    page_epoch         integer NOT NULL,
    page_client_seq    bigint  NOT NULL,
    position           bigint  NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX session_row_of_exam ON session_row (exam_id);
CREATE INDEX session_row_of_person ON session_row (person);

CREATE TABLE session_answer (
    session_id  uuid      NOT NULL,
    attempt     integer   NOT NULL,
    question_id integer   NOT NULL,
    option_ids  integer[] NOT NULL,
    epoch       integer   NOT NULL,
    client_seq  bigint    NOT NULL,
    PRIMARY KEY (session_id, attempt, question_id)
) WITH (fillfactor = 80);

ALTER TABLE response_score ADD COLUMN exam_id uuid NOT NULL;
