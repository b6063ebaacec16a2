-- The questions as the worker reads them, without the key.
CREATE TABLE paper_exam (
    exam_id   uuid   PRIMARY KEY,
    questions text   NOT NULL,
    position  bigint NOT NULL
);

CREATE TABLE paper_session (
    session_id         uuid    PRIMARY KEY,
    exam_id            uuid    NOT NULL,
    person             text    NOT NULL,
    started            boolean NOT NULL,
    questions_per_page integer NOT NULL,
    questions          text    NOT NULL,
    position           bigint  NOT NULL
);
