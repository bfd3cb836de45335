package com.rentwave.facade.cutover.step;

import com.rentwave.facade.cutover.Cutover;
import com.rentwave.facade.cutover.CutoverSettings;
import com.rentwave.facade.cutover.CutoverStep;
import com.rentwave.facade.cutover.Cutovers;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Which rows a comparison inside a flip looks at: those changed since the gates of the attempt began. */
@Component
class RecentRows {

    private final Cutovers cutovers;
    private final CutoverSettings settings;

    RecentRows(Cutovers cutovers, CutoverSettings settings) {
        this.cutovers = cutovers;
        this.settings = settings;
    }

    Instant since(Cutover cutover) {
        return cutovers.history(cutover.id()).stream()
                .filter(line -> line.attempt() == cutover.attempt()
                        && line.phase() == cutover.change().to()
                        && line.step() == CutoverStep.GATES)
                .findFirst()
                .map(line -> line.startedAt())
                .orElse(cutover.startedAt())
                .minus(settings.clockMargin());
    }
}
