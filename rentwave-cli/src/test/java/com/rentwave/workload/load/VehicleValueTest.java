package com.rentwave.workload.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.rentwave.workload.api.VehicleDraft;
import com.rentwave.workload.vehicles.MadeUpVehicles;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was sent and what was read are the same value exactly when every field the owner can set is the same. */
class VehicleValueTest {

    private final VehicleDraft draft = new MadeUpVehicles(3).next().withAttribute("write", "ann.1");

    private ObjectNode answer() {
        ObjectNode json = ((ObjectNode) draft.toJson()).put("available", true);
        ObjectNode answer = new ObjectMapper().createObjectNode().put("id", 4).put("ownerId", 5);
        answer.setAll(json);
        return answer.put("createdAt", "c").put("updatedAt", "u").put("version", 6);
    }

    @Test
    void isTheSameForWhatWasSentAndWhatIsRead() {
        assertThat(VehicleValue.seen(answer()).value())
                .isEqualTo(VehicleValue.of(draft, true))
                .startsWith("ann.1+");
        assertThat(VehicleValue.seen(answer()).version()).isEqualTo(6);
    }

    @Test
    void differsWhenAnyFieldOfTheOwnerDiffers() {
        List<String> fields = new ArrayList<>();
        ((ObjectNode) draft.toJson()).fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            ObjectNode changed = answer();
            changed.put(field, "other");
            assertThat(VehicleValue.seen(changed).value()).as(field).isNotEqualTo(VehicleValue.of(draft, true));
        }
        assertThat(VehicleValue.of(draft, false)).isNotEqualTo(VehicleValue.of(draft, true));
    }
}
