-- What the picker shows of a draft, and that a draft may be over. The log tells all of it again from its beginning.
DELETE FROM token_entry WHERE processor_name = 'drafts';
DELETE FROM read_position WHERE model = 'drafts';
DROP TABLE draft;

CREATE TABLE draft (
    draft_id  uuid PRIMARY KEY,
    author    text        NOT NULL, -- opaque id of who began it
    editors   text[]      NOT NULL, -- opaque ids of all who saved it, the author first
    title     text,
    category  text,
    revision  integer     NOT NULL,
    saved_at  timestamptz NOT NULL,
    saved_by  text        NOT NULL, -- opaque id of who saved it last
    questions integer     NOT NULL,
    workers   integer     NOT NULL,
    locked    boolean     NOT NULL,
    over      boolean     NOT NULL, -- thrown away, or expired and said so
    content   text        NOT NULL,
    position  bigint      NOT NULL
);
CREATE INDEX draft_to_pick ON draft (saved_at DESC) WHERE NOT locked AND NOT over;
