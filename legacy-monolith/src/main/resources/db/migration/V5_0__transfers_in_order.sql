-- The numbers of transfers tell the order in which an account was booked. Drawn in blocks of 50 they did so on one server only.
-- What a server had left of its block is skipped.
SELECT setval('s_txn', last_value + 50) FROM s_txn;
ALTER SEQUENCE s_txn INCREMENT BY 1;
