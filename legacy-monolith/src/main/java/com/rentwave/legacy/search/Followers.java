package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Folding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Who follows a search that finds a new advert. */
@ApplicationScoped
public class Followers {

    /** A message is worth a closer likeness than a place far down a list. */
    private static final String MATCHING = """
            SELECT DISTINCT ON (f.usr_id) f.flw_id, f.usr_id, f.q_tx
            FROM t_flw f
            WHERE f.usr_id <> ? AND (f.itm_cd IS NULL OR f.itm_cd = ?)
              AND coalesce(f.min_am, 0) <= ? AND (f.max_am IS NULL OR f.max_am >= ?)
              AND NOT EXISTS (
                SELECT FROM unnest(string_to_array(f.wrd_tx, ' ')) AS w (word)
                WHERE strpos(?, w.word) = 0 AND (length(w.word) < 4 OR word_similarity(w.word, ?) < 0.55))
            ORDER BY f.usr_id, f.flw_id
            """;

    private final DataSource database;

    @Inject
    Followers(DataSource database) {
        this.database = database;
    }

    protected Followers() {
        this(null);
    }

    /**
     * The followed searches that find the advert, at most one for each user, in the order of users; never one of the advert's
     * owner. Reads only; asks for no transaction of its own. Of an advert that is not (yet) in this database only the title
     * is compared.
     */
    public List<Follow> matching(NewAdvert advert) {
        try (Connection connection = database.getConnection()) {
            return matching(connection, advert, text(connection, advert));
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static List<Follow> matching(Connection connection, NewAdvert advert, String text) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(MATCHING)) {
            query.setLong(1, advert.ownerId());
            query.setString(2, advert.type().code());
            query.setLong(3, advert.pricePerDay());
            query.setLong(4, advert.pricePerDay());
            query.setString(5, text);
            query.setString(6, text);
            List<Follow> follows = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    follows.add(new Follow(rows.getLong(1), rows.getLong(2), rows.getString(3)));
                }
            }
            return follows;
        }
    }

    private static String text(Connection connection, NewAdvert advert) throws SQLException {
        SearchSource source = SearchSource.of(advert.type());
        String sql = "SELECT " + source.fullText() + " FROM " + source.table() + " WHERE " + source.id() + " = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, advert.id());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getString(1) : Folding.fold(advert.title());
            }
        }
    }
}
