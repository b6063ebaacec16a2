-- Which pictures the questions of an exam show. Exams that were locked before have none, so there is nothing to read again.
CREATE TABLE paper_picture (
    sha256      text    NOT NULL,
    exam_id     uuid    NOT NULL,
    question_id integer NOT NULL,
    PRIMARY KEY (sha256, exam_id, question_id)
);

-- Whether somebody may see a picture is asked by person.
CREATE INDEX paper_session_of_person ON paper_session (person);
