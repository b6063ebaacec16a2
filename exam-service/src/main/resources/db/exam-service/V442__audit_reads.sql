-- Who looked at whose history, and when. It lies beside the log: reading is no fact (R12).
CREATE TABLE audit_read (
    number      bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT now(),
    person      uuid        NOT NULL,
    route       text        NOT NULL,
    session_id  uuid,
    exam_id     uuid,
    correlation text        NOT NULL
);

CREATE INDEX audit_read_of_session ON audit_read (session_id, number) WHERE session_id IS NOT NULL;
CREATE INDEX audit_read_by_time ON audit_read (at);
