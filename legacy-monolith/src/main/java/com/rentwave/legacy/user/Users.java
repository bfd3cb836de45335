package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Problem;
import com.rentwave.legacy.web.Refusal;
import com.rentwave.legacy.web.Times;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;

/** Everybody who registered. */
@ApplicationScoped
class Users {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    Users(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    protected Users() {
        this(null, null);
    }

    @Transactional(TxType.MANDATORY)
    User register(String email, String name, String passwordHash) {
        User user = new User(email, name, passwordHash, Times.now(clock));
        try {
            entities.persist(user);
            entities.flush();
            return user;
        } catch (ConstraintViolationException e) {
            throw Refusal.of(Problem.EMAIL_TAKEN, "Somebody has registered with this e-mail address.");
        }
    }

    /** For a change: others wait until it is committed. */
    Optional<User> lock(long id) {
        return Optional.ofNullable(entities.find(User.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<User> find(long id) {
        return Optional.ofNullable(entities.find(User.class, id));
    }

    Optional<User> find(String email) {
        return entities
                .createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", email)
                .getResultList()
                .stream()
                .findFirst();
    }
}
