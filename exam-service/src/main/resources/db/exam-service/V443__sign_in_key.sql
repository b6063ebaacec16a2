-- Seals what a browser keeps between leaving for the issuer and coming back. One row at most.
CREATE TABLE sign_in_key (
    single boolean PRIMARY KEY DEFAULT true CHECK (single),
    secret bytea   NOT NULL
);
