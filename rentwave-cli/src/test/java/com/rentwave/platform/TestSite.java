package com.rentwave.platform;

import java.nio.file.Path;

/** A site in a folder of a test, on ports nobody uses. */
final class TestSite {

    private TestSite() {}

    static Site in(Path folder) {
        DataFolder data = DataFolder.at(folder);
        data.prepare();
        return new Site(data, Ports.free(), Secrets.in(data), new Artefacts(Artefacts.projectFolder()));
    }
}
