-- One run of one pact against one build of one provider. Rows are only added; the newest of a pact and a build counts.
CREATE TABLE contract_verification (
    id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    consumer    text        NOT NULL,
    provider    text        NOT NULL,
    build       text        NOT NULL,
    pact_hash   text        NOT NULL CHECK (pact_hash ~ '^[0-9a-f]{64}$'),
    verified    boolean     NOT NULL,
    verified_at timestamptz NOT NULL,
    failures    jsonb       NOT NULL DEFAULT '[]'
);
COMMENT ON COLUMN contract_verification.pact_hash IS 'SHA-256 of the bytes of the pact file';
CREATE INDEX contract_verification_of_build ON contract_verification (pact_hash, provider, build, id DESC);
