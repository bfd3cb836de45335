package com.rentwave.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of the real description, against the real pacts. */
class DiffContractsTest {

    private static final Path DESCRIPTION = Path.of("openapi", "rentwave.yaml");

    @TempDir
    private Path folder;

    private String description;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void readTheDescription() throws IOException {
        description = Files.readString(DESCRIPTION);
    }

    private int diff(String changed) throws IOException {
        assertThat(changed).as("the change changes something").isNotEqualTo(description);
        Path to = Files.writeString(folder.resolve("to.yaml"), changed);
        return new DiffContracts(new PrintStream(out, true, StandardCharsets.UTF_8))
                .run("--from", DESCRIPTION.toString(), "--to", to.toString(), "--pacts", "pacts");
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Changes a schema, from its name to the next schema. */
    private String schema(String name, String old, String now) {
        int begin = description.lastIndexOf("\n    " + name + ":\n");
        int end = begin
                + 1
                + description
                        .substring(begin + 1)
                        .replaceFirst("(?s)\n    [A-Z]\\w+:\n.*", "")
                        .length();
        String changed = description.substring(begin, end).replace(old, now);
        return description.substring(0, begin) + changed + description.substring(end);
    }

    @Test
    void anAddedFieldBreaksNobody() throws IOException {
        int status =
                diff(schema("Vehicle", "      properties:\n", "      properties:\n        colour: { type: string }\n"));

        assertThat(status).as(told()).isZero();
        assertThat(told()).contains("+ GET /api/vehicles/{id} 200 $.colour", "No consumer breaks.");
    }

    @Test
    void aRemovedFieldBreaksThoseWhoUseIt() throws IOException {
        int status = diff(schema("Vehicle", "        version:", "        revision:"));

        assertThat(status).isEqualTo(1);
        assertThat(told())
                .contains("BREAKS partner-api", "BREAKS rentwave-web")
                .contains(
                        "GET /api/vehicles/{id} 200 $.version is gone",
                        "given a user has a vehicle: a look at the vehicle");
    }

    @Test
    void aFieldThatOnlyOneConsumerUsesBreaksOnlyThatOne() throws IOException {
        int status = diff(schema("Vehicle", "        minDays:", "        shortestDays:"));

        assertThat(status).isEqualTo(1);
        assertThat(told()).contains("BREAKS rentwave-web").doesNotContain("BREAKS partner-api");
    }

    @Test
    void whatNobodyUsesMayGo() throws IOException {
        int status = diff(description
                .replaceFirst("(?s)  /api/auth/jwks:.*?(?=\n  /api)", "")
                .replaceFirst("\n\n(?=  /api)", "\n"));

        assertThat(status).as(told()).isZero();
        assertThat(told()).contains("- GET /api/auth/jwks: nobody uses it");
    }

    @Test
    void anotherTypeBreaksThoseWhoReadIt() throws IOException {
        int status =
                diff(schema("Vehicle", "id: { type: integer, format: int64, minimum: 1 }", "id: { type: string }"));

        assertThat(status).isEqualTo(1);
        assertThat(told()).contains("$.id is string, not integer");
    }

    @Test
    void aDroppedEnumValueBreaksThoseWhoSendIt() throws IOException {
        int status = diff(description.replace("WAGON, ", "").replace("        - WAGON\n", ""));

        assertThat(status).isEqualTo(1);
        assertThat(told()).contains("POST /api/vehicles request $.sizeClass has no value WAGON");
    }

    @Test
    void aNewRequiredFieldBreaksThoseWhoDoNotSendIt() throws IOException {
        int status = diff(
                schema("VehicleDetails", "      properties:\n", "      properties:\n        plate: { type: string }\n")
                        .replace(
                                details("required"),
                                details("required").replace("required:\n", "required:\n        - plate\n")));

        assertThat(status).as(told()).isEqualTo(1);
        assertThat(told()).contains("POST /api/vehicles request $.plate has to be sent now");
    }

    private String details(String from) {
        int begin = description.lastIndexOf("\n    VehicleDetails:\n");
        String schema = description.substring(begin);
        return schema.substring(schema.indexOf(from), schema.indexOf("      properties:"));
    }

    @Test
    void anotherStatusBreaksThoseWhoWaitForIt() throws IOException {
        int status = diff(description.replace(
                "        '201': { $ref: '#/components/responses/NewVehicle' }",
                "        '200': { $ref: '#/components/responses/NewVehicle' }"));

        assertThat(status).isEqualTo(1);
        assertThat(told()).contains("POST /api/vehicles 201 is gone");
    }

    @Test
    void saysWhenADescriptionCannotBeRead() throws IOException {
        assertThat(diff("paths: [")).isEqualTo(2);
        assertThat(told()).contains("is not an OpenAPI description");
    }
}
