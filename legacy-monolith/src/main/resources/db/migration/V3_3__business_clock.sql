-- How far the business clock is ahead of the real one. One row; only where the clock may be moved is it looked at.
CREATE TABLE t_clk (
    clk_id char(1) NOT NULL PRIMARY KEY DEFAULT 'B' CHECK (clk_id = 'B'),
    off_ss bigint  NOT NULL
);
INSERT INTO t_clk (off_ss) VALUES (0);
