package com.rentwave.workload.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to the public API. The same value can be sent again and is then the same request, byte for byte: that is
 * what an Idempotency-Key promises to recognise.
 *
 * @param method HTTP method
 * @param path path and query below the base address
 * @param headers headers beside those of the session
 * @param body the bytes, or null for none
 */
public record ApiRequest(String method, String path, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public ApiRequest {
        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), null);
    }

    public static ApiRequest delete(String path) {
        return new ApiRequest("DELETE", path, Map.of(), null);
    }

    /** Without a body. */
    public static ApiRequest post(String path) {
        return new ApiRequest("POST", path, Map.of(), null);
    }

    public static ApiRequest post(String path, JsonNode body) {
        return new ApiRequest("POST", path, Map.of("Content-Type", "application/json"), bytes(body));
    }

    public static ApiRequest put(String path, JsonNode body) {
        return new ApiRequest("PUT", path, Map.of("Content-Type", "application/json"), bytes(body));
    }

    public static ApiRequest register(String email, String name, String passwordSha256) {
        return post(
                "/api/auth/register",
                object().put("email", email).put("name", name).put("passwordSha256", passwordSha256));
    }

    public static ApiRequest login(String email, String passwordSha256) {
        return post("/api/auth/login", object().put("email", email).put("passwordSha256", passwordSha256));
    }

    public static ApiRequest topUp(long amount, String currency) {
        return post("/api/wallet/top-ups", object().put("amount", amount).put("currency", currency));
    }

    public static ApiRequest createVehicle(VehicleDraft draft) {
        return post("/api/vehicles", draft.toJson());
    }

    public static ApiRequest vehicle(long id) {
        return get("/api/vehicles/" + id);
    }

    public static ApiRequest changeVehicle(long id, VehicleDraft draft, String etag) {
        return put("/api/vehicles/" + id, draft.toJson()).with("If-Match", etag);
    }

    public static ApiRequest setAvailable(long id, boolean available) {
        return put("/api/vehicles/" + id + "/availability", object().put("available", available));
    }

    public static ApiRequest deleteVehicle(long id) {
        return delete("/api/vehicles/" + id);
    }

    public static ApiRequest rent(long vehicleId, LocalDate from, LocalDate to) {
        return rent("vehicle", vehicleId, from, to);
    }

    /** @param type {@code vehicle}, {@code book} or {@code room}; a book's id is that of its advert */
    public static ApiRequest rent(String type, long id, LocalDate from, LocalDate to) {
        ObjectNode body = object();
        body.putObject("item").put("type", type).put("id", id);
        return post("/api/rentals", body.put("from", from.toString()).put("to", to.toString()));
    }

    public static ApiRequest returnRental(long rentalId) {
        return post("/api/rentals/" + rentalId + "/return");
    }

    public static ApiRequest cancelRental(long rentalId) {
        return post("/api/rentals/" + rentalId + "/cancel");
    }

    /** This request with one more header. */
    public ApiRequest with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiRequest(method, path, more, body);
    }

    public ApiRequest withIdempotencyKey(String key) {
        return with("Idempotency-Key", key);
    }

    /** This request with one more query parameter. */
    public ApiRequest withParameter(String name, String value) {
        String parameter = encoded(name) + '=' + encoded(value);
        return new ApiRequest(method, path + (path.indexOf('?') < 0 ? '?' : '&') + parameter, headers, body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static byte[] bytes(JsonNode json) {
        try {
            return JSON.writeValueAsBytes(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }
}
