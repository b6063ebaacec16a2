-- What concerns all sessions of an exam, and how many of them have heard of it. A to-do list beside the log: what is to
-- be done is said by the exam's facts, and a list that is emptied (bookmark 0) is written again from them.
CREATE TABLE exam_fan_out (
    exam_id  uuid    NOT NULL,
    sequence bigint  NOT NULL, -- of the cause in the exam's stream; the highest is the newest
    kind     text    NOT NULL, -- ASSIGN, RESCHEDULE, EXTEND, CLOSE, CANCEL
    done     integer NOT NULL,
    total    integer NOT NULL,
    PRIMARY KEY (exam_id, sequence)
) WITH (fillfactor = 50);

CREATE INDEX exam_fan_out_unfinished ON exam_fan_out (exam_id) WHERE done < total;

-- Who works on an exam's list; a killed process holds others up no longer than its lease.
CREATE TABLE exam_fan_out_owner (
    exam_id uuid        PRIMARY KEY,
    owner   text        NOT NULL,
    until   timestamptz NOT NULL
);

-- Up to where the log has been looked through for causes.
CREATE TABLE exam_fan_out_bookmark (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint  NOT NULL
);

INSERT INTO exam_fan_out_bookmark (position) VALUES (0);
