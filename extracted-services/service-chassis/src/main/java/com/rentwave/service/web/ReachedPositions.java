package com.rentwave.service.web;

import com.rentwave.sync.Position;
import com.rentwave.sync.Positions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/** Adds to an answer what its reader has seen, and waits for what a reader has seen elsewhere. */
@Component
public class ReachedPositions {

    private static final Logger LOG = LoggerFactory.getLogger(ReachedPositions.class);

    private final Positions positions;

    public ReachedPositions(Positions positions) {
        this.positions = positions;
    }

    public Answer afterRead(Answer answer) {
        return answer.at(seen());
    }

    /** @param seen what the read itself told of that; it is asked for now when that is nothing */
    public Answer afterRead(Answer answer, Optional<Position> seen) {
        return answer.at(seen.map(Position::toString).orElseGet(this::seen));
    }

    /** Whoever has seen that a thing is gone does not see it again at a side that lags. */
    public Refusal afterRead(Problem absent) {
        return new Refusal(absent.at(seen()));
    }

    private String seen() {
        try {
            return positions.current().toString();
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("position after a read", e);
        }
    }

    /** A failure here says nothing about the write, which is committed: it must not look as if it had not begun. */
    public Answer afterCommit(Answer answer) {
        try {
            return answer.at(positions.current().toString());
        } catch (SQLException e) {
            LOG.error("a write was committed, but its position cannot be read", e);
            throw new Refusal(Problem.internalError());
        }
    }

    public boolean await(Position position, Duration longest) {
        try {
            return positions.await(position, longest);
        } catch (SQLException e) {
            throw new CannotGetJdbcConnectionException("position to wait for", e);
        }
    }
}
