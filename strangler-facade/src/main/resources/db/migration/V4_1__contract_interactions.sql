-- What a verification was about: the API or topic that the pact names as its provider, and the hash of each interaction.
ALTER TABLE contract_verification
    ADD COLUMN pact_provider text  NOT NULL DEFAULT '',
    ADD COLUMN interactions  jsonb NOT NULL DEFAULT '{}';
CREATE INDEX contract_verification_of_consumer ON contract_verification (consumer, provider, id DESC);
