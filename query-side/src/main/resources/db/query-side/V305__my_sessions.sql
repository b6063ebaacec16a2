-- What a worker finds on his own list.
CREATE TABLE my_exam (
    exam_id  uuid PRIMARY KEY,
    title    text NOT NULL,
    category text NOT NULL,
    position bigint NOT NULL
);

CREATE TABLE my_session (LIKE resume_session INCLUDING ALL) WITH (fillfactor = 70);
CREATE INDEX my_session_of_person ON my_session (person);
