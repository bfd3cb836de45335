-- Late fees and refunds are booked whatever is in the wallet: a balance may go below zero. That a rental is only paid from
-- what is there is decided under the account's lock.
ALTER TABLE t_acc DROP CONSTRAINT t_acc_bal_ck;

ALTER TABLE t_txn DROP CONSTRAINT t_txn_knd_cd_check;
ALTER TABLE t_txn ADD CONSTRAINT t_txn_knd_ck CHECK (knd_cd IN ('T', 'R', 'F', 'L'));

-- A rental is paid once and refunded once.
CREATE UNIQUE INDEX t_txn_rnt_uk ON t_txn (rnt_id, knd_cd) WHERE knd_cd IN ('R', 'F');

-- What was in the account after each entry.
ALTER TABLE t_ent ADD COLUMN bal_am bigint;
UPDATE t_ent e SET bal_am = s.bal_am
FROM (SELECT ent_id, sum(ent_am) OVER (PARTITION BY acc_id ORDER BY txn_id, ent_id) AS bal_am FROM t_ent) s
WHERE s.ent_id = e.ent_id;
ALTER TABLE t_ent ALTER COLUMN bal_am SET NOT NULL;
