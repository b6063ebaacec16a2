-- A corrected key has every score computed again and keeps the old one; an attempt remembers how it ended.
-- The log tells the read model again from its beginning.
DELETE FROM token_entry WHERE processor_name = 'responses';
DELETE FROM read_position WHERE model = 'responses';
DELETE FROM rebuild_run WHERE model = 'responses';
TRUNCATE responses;
DROP TABLE response_exam, response_score;

CREATE TABLE response_exam (
    exam_id          uuid    PRIMARY KEY,
    zone             text    NOT NULL,
    window_ends_at   timestamptz,
    review_after_end boolean NOT NULL,
    key_version      integer NOT NULL,
    answer_key       text    NOT NULL, -- JSON, the newest
    position         bigint  NOT NULL
);
-- Few keys are ever corrected; those are looked at again and again for scores that lag behind.
CREATE INDEX response_exam_corrected ON response_exam (exam_id) WHERE key_version > 1;

-- What brings a score from one version of the key to the next.
CREATE TABLE response_correction (
    exam_id     uuid      NOT NULL,
    key_version integer   NOT NULL,
    question_id integer   NOT NULL,
    was_correct integer[] NOT NULL,
    correct     integer[] NOT NULL, -- none = void
    position    bigint    NOT NULL,
    PRIMARY KEY (exam_id, key_version)
);

CREATE TABLE response_score (
    session_id      uuid      NOT NULL,
    attempt         integer   NOT NULL,
    exam_id         uuid      NOT NULL,
    question_ids    integer[] NOT NULL,
    answered        integer   NOT NULL,
    points          bigint    NOT NULL,
    maximum         bigint    NOT NULL,
    pass_percentage integer   NOT NULL,
    ended           text,             -- how the attempt ended, once a fact says so
    scoring         text,             -- FROM_ANSWERS or ZERO, where the end is scored
    key_version     integer   NOT NULL,
    rule_version    integer   NOT NULL,
    position        bigint    NOT NULL,
    PRIMARY KEY (session_id, attempt)
) WITH (fillfactor = 70);
CREATE INDEX response_score_by_key ON response_score (exam_id, key_version);

-- Scores by earlier versions of the key, for those who had one by then.
CREATE TABLE response_previous (
    session_id   uuid    NOT NULL,
    attempt      integer NOT NULL,
    key_version  integer NOT NULL,
    score        bigint  NOT NULL,
    maximum      bigint  NOT NULL,
    rule_version integer NOT NULL,
    position     bigint  NOT NULL,
    PRIMARY KEY (session_id, attempt, key_version)
);
