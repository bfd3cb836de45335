package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Cutovers;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which rows a comparison of a flip looks at: those changed since a step of the attempt began. */
@Component
class RecentRows {

    private final Cutovers cutovers;
    private final CutoverSettings settings;

    RecentRows(Cutovers cutovers, CutoverSettings settings) {
        this.cutovers = cutovers;
        this.settings = settings;
    }

    /** Since before all rows were compared by the gates. */
    Instant sinceGates(Cutover cutover) {
        return since(cutover, CutoverStep.GATES);
    }

    /** Since before the rows of {@link #sinceGates} were compared by the fence. */
    Instant sinceFence(Cutover cutover) {
        return since(cutover, CutoverStep.FENCE);
    }

    private Instant since(Cutover cutover, CutoverStep step) {
        return cutovers.history(cutover.id()).stream()
                .filter(line -> line.attempt() == cutover.attempt()
                        && line.phase() == cutover.change().to()
                        && line.step() == step)
                .findFirst()
                .map(line -> line.startedAt())
                .orElse(cutover.startedAt())
                .minus(settings.clockMargin());
    }
}
