package com.rentwave.legacy.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is registered. A token proves that somebody signed in once, not that this database knows them. Users are never
 * removed and never change their address, so whoever was found once is remembered.
 */
@ApplicationScoped
class KnownUsers {

    private static final int REMEMBERED = 10_000;

    private final Users users;
    private final Administrators administrators;
    private final Map<Long, Caller> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Caller> eldest) {
            return size() > REMEMBERED;
        }
    };

    @Inject
    KnownUsers(Users users, Administrators administrators) {
        this.users = users;
        this.administrators = administrators;
    }

    protected KnownUsers() {
        this(null, null);
    }

    Optional<Caller> find(long id) {
        synchronized (known) {
            Caller caller = known.get(id);
            if (caller != null) {
                return Optional.of(caller);
            }
        }
        Optional<Caller> found = users.find(id).map(user -> new Caller(id, administrators.include(user)));
        found.ifPresent(caller -> {
            synchronized (known) {
                known.put(id, caller);
            }
        });
        return found;
    }
}
