-- What the pools of questions hold right now.
CREATE TABLE question_pool (
    pool         text COLLATE "C" PRIMARY KEY, -- technology/level as they are compared
    technology   text        NOT NULL,         -- as it was written last
    level        text        NOT NULL,
    revision     integer     NOT NULL,         -- 0 as long as nothing was published
    published_at timestamptz,
    count        integer     NOT NULL,
    content      text        NOT NULL,         -- JSON list of the questions with their keys
    generation   uuid,                         -- the one that has no result yet
    requested_at timestamptz,
    failure      text,                         -- of the last generation, when it failed
    position     bigint      NOT NULL
);
