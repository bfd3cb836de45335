package com.rentwave.legacy.search;

import com.rentwave.legacy.web.JsonText;
import com.rentwave.legacy.web.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * Something that a search has found.
 *
 * @param type code of the type
 * @param path where the API tells all of it
 */
record Found(
        String type,
        long id,
        String title,
        String subtitle,
        long pricePerDay,
        String currency,
        boolean available,
        long ownerId,
        String path,
        int rank,
        LocalDateTime createdAt) {

    static Found read(ResultSet row) throws SQLException {
        return new Found(
                row.getString("tp"),
                row.getLong("id"),
                row.getString("ttl"),
                row.getString("sub"),
                row.getLong("day_prc_am"),
                row.getString("ccy_cd"),
                "Y".equals(row.getString("avl_fl")),
                row.getLong("own_usr_id"),
                row.getString("pth"),
                row.getInt("rnk"),
                row.getObject("crt_ts", LocalDateTime.class));
    }

    void write(JsonText json) {
        json.object()
                .field("type", ItemType.ofCode(type).word())
                .field("id", id)
                .field("title", title)
                .field("subtitle", subtitle)
                .field("pricePerDay", pricePerDay)
                .field("currency", currency)
                .field("available", available)
                .field("ownerId", ownerId)
                .field("path", path)
                .end();
    }

    SearchCursor place(SearchMode mode) {
        return new SearchCursor(mode, rank, Times.micros(createdAt), type, id);
    }
}
