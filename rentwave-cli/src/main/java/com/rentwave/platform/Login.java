package com.rentwave.platform;

/**
 * Somebody to sign in as.
 *
 * @param passwordSha256 what the API wants instead of the password, lower-case hex
 */
public record Login(String email, String password, String passwordSha256) {

    @Override
    public String toString() {
        return email;
    }
}
