package com.rentwave.legacy.user;

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
}
