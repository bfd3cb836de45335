package com.rentwave.legacy.web;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.hibernate.jpa.HibernateHints;

/** Asks the database in its own words. */
public final class Rows {

    private Rows() {}

    /** Entities to look at, found by SQL. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> list(EntityManager entities, Class<T> kind, String sql, List<Object> values) {
        Query query = entities.createNativeQuery(sql, kind).setHint(HibernateHints.HINT_READ_ONLY, true);
        for (int i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query.getResultList();
    }

    /** The next number of a sequence. */
    public static long next(EntityManager entities, String sequence) {
        return (Long) entities.createNativeQuery("SELECT nextval('" + sequence + "')", Long.class)
                .getSingleResult();
    }
}
