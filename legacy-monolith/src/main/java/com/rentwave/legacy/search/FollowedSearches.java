package com.rentwave.legacy.search;

import com.rentwave.legacy.web.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** All searches that are followed. */
@ApplicationScoped
class FollowedSearches {

    private final EntityManager entities;

    @Inject
    FollowedSearches(EntityManager entities) {
        this.entities = entities;
    }

    protected FollowedSearches() {
        this(null);
    }

    long nextId() {
        return Rows.next(entities, "s_flw");
    }

    void add(FollowedSearch search) {
        entities.persist(search);
    }

    void remove(FollowedSearch search) {
        entities.remove(search);
    }

    Optional<FollowedSearch> lock(long id) {
        return Optional.ofNullable(entities.find(FollowedSearch.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The latest of a user before another one. */
    List<FollowedSearch> list(long userId, long before, int most) {
        return entities.createQuery(
                        "select s from FollowedSearch s where s.userId = :user and s.id < :before order by s.id desc",
                        FollowedSearch.class)
                .setParameter("user", userId)
                .setParameter("before", before)
                .setMaxResults(most)
                .getResultList();
    }
}
