-- What a page needs to go on after a reload.
CREATE TABLE resume_session (
    session_id         uuid    PRIMARY KEY,
    exam_id            uuid    NOT NULL,
    person             text    NOT NULL,
    attempt            integer NOT NULL,
    total              integer NOT NULL,
    questions_per_page integer NOT NULL,
    pass_percentage    integer NOT NULL,
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
    epoch              integer NOT NULL,
    last_client_seq    bigint  NOT NULL,
    page_index         integer NOT NULL,
    page_epoch         integer NOT NULL,
    page_client_seq    bigint  NOT NULL,
    position           bigint  NOT NULL
) WITH (fillfactor = 70);

CREATE TABLE resume_answer (
    session_id  uuid      NOT NULL,
    attempt     integer   NOT NULL,
    question_id integer   NOT NULL,
    option_ids  integer[] NOT NULL,
    epoch       integer   NOT NULL,
    client_seq  bigint    NOT NULL,
    PRIMARY KEY (session_id, attempt, question_id)
) WITH (fillfactor = 80);
