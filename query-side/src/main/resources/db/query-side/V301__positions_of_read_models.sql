-- How far each read model has come; written in the transaction that writes its rows.
CREATE TABLE read_position (
    model    text   PRIMARY KEY,
    position bigint NOT NULL
);

-- Axon's tokens: from where a projection goes on, and which process feeds it.
CREATE TABLE token_entry (
    processor_name text    NOT NULL,
    segment        integer NOT NULL,
    token          bytea,
    token_type     text,
    claimed_at     text,
    owner          text,
    PRIMARY KEY (processor_name, segment)
);
