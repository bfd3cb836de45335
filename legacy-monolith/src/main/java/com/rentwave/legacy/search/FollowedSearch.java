package com.rentwave.legacy.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Optional;

/** A search that a user follows: new adverts which it finds are told. */
@Entity
@Table(name = "t_flw")
class FollowedSearch {

    @Id
    @Column(name = "flw_id")
    private long id;

    @Column(name = "usr_id", nullable = false, updatable = false)
    private long userId;

    @Column(name = "q_tx", nullable = false, updatable = false)
    private String q;

    @Column(name = "wrd_tx", nullable = false, updatable = false)
    private String words;

    @Column(name = "itm_cd", updatable = false)
    private String type;

    @Column(name = "min_am", updatable = false)
    private Long minPrice;

    @Column(name = "max_am", updatable = false)
    private Long maxPrice;

    @Column(name = "crt_ts", nullable = false, updatable = false)
    private LocalDateTime createdAt;

    protected FollowedSearch() {}

    FollowedSearch(long id, long userId, FollowDetails details, LocalDateTime now) {
        this.id = id;
        this.userId = userId;
        this.q = details.q();
        this.words = String.join(" ", SearchWords.of(details.q()));
        this.type = details.type() == null ? null : details.type().code();
        this.minPrice = details.minPrice();
        this.maxPrice = details.maxPrice();
        this.createdAt = now;
    }

    long id() {
        return id;
    }

    boolean isOf(long user) {
        return userId == user;
    }

    FollowDetails details() {
        ItemType only = Optional.ofNullable(type).map(ItemType::ofCode).orElse(null);
        return new FollowDetails(q, only, minPrice, maxPrice);
    }

    LocalDateTime createdAt() {
        return createdAt;
    }
}
