package com.rentwave.legacy.user;

import com.rentwave.legacy.web.Times;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Somebody who registered. The e-mail address is unique whatever its case. */
@Entity
@Table(name = "t_usr")
class User {

    private static final int BASE_36 = 36;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "user")
    @SequenceGenerator(name = "user", sequenceName = "s_usr", allocationSize = 1)
    @Column(name = "usr_id")
    private Long id;

    @Column(name = "eml_tx", nullable = false)
    private String email;

    @Column(name = "nm_tx", nullable = false)
    private String name;

    @Column(name = "pwd_tx", nullable = false)
    private String passwordHash;

    @Column(name = "crt_ts", nullable = false)
    private LocalDateTime createdAt;

    @Column(name = "abt_tx", nullable = false)
    private String about = "";

    @Column(name = "plc_tx", nullable = false)
    private String place = "";

    @Column(name = "ver_no", nullable = false)
    private long version;

    protected User() {}

    User(String email, String name, String passwordHash, LocalDateTime createdAt) {
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
    }

    long id() {
        return id;
    }

    String email() {
        return email;
    }

    String name() {
        return name;
    }

    String passwordHash() {
        return passwordHash;
    }

    LocalDateTime createdAt() {
        return createdAt;
    }

    Profile profile() {
        return new Profile(name, about, place);
    }

    void change(Profile profile) {
        name = profile.name();
        about = profile.about();
        place = profile.place();
        version++;
    }

    /** Names this version of the profile. */
    String etag() {
        return '"' + Long.toString(version) + '-' + Long.toString(Times.micros(createdAt), BASE_36) + '"';
    }
}
