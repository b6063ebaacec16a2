-- The numbers under which the portal's page knows sessions. Beside the log, so that of two exams that are locked at once
-- one gets a number; which session it is follows from the number itself.
CREATE TABLE portal_session (
    number     integer     PRIMARY KEY CHECK (number > 0),
    session_id uuid        NOT NULL UNIQUE,
    exam_id    uuid        NOT NULL,
    person     text        NOT NULL, -- opaque id
    taken_at   timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE INDEX portal_session_of_exam ON portal_session (exam_id);
