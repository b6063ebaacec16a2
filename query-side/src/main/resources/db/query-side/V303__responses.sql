-- Scored responses and their totals.
CREATE TABLE response_exam (
    exam_id          uuid    PRIMARY KEY,
    window_ends_at   timestamptz,
    review_after_end boolean NOT NULL,
    key_version      integer NOT NULL,
    answer_key       text    NOT NULL,
    position         bigint  NOT NULL
);

CREATE TABLE response_session (LIKE resume_session INCLUDING ALL) WITH (fillfactor = 70);

CREATE TABLE response_score (
    session_id   uuid      NOT NULL,
    attempt      integer   NOT NULL,
    question_ids integer[] NOT NULL,
    answered     integer   NOT NULL,
    points       bigint    NOT NULL,
    maximum      bigint    NOT NULL,
    key_version  integer   NOT NULL,
    rule_version integer   NOT NULL,
    position     bigint    NOT NULL,
    PRIMARY KEY (session_id, attempt)
) WITH (fillfactor = 70);

CREATE TABLE responses (
    session_id  uuid      NOT NULL,
    attempt     integer   NOT NULL,
    question_id integer   NOT NULL,
    option_ids  integer[] NOT NULL,
    epoch       integer   NOT NULL,
    client_seq  bigint    NOT NULL,
    answered_at timestamptz NOT NULL,
    changes     integer   NOT NULL,
    is_right    boolean   NOT NULL,
    points      integer   NOT NULL,
    position    bigint    NOT NULL,
    PRIMARY KEY (session_id, attempt, question_id)
) WITH (fillfactor = 80);
