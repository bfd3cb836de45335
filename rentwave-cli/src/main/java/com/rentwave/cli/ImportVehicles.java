package com.rentwave.cli;

import com.rentwave.workload.vehicles.MappingTable;
import com.rentwave.workload.vehicles.VehicleFile;
import com.rentwave.workload.vehicles.VehicleImport;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "vehicles",
        mixinStandardHelpOptions = true,
        description = {
            "Offers the vehicles of a CSV file through the public API, spread evenly over generated owner accounts.",
            "The header is epa_id,make,model,year,size_class,transmission,drive,cylinders,displacement_l,fuel,"
                    + "highway_mpg,city_mpg; the encoding is UTF-8.",
            "An import that was broken off goes on where it was when it is run again; no vehicle comes twice.",
            "With --mapping it prints how seats, boot, price and the rest are made of a row."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done; rows that cannot be mapped are told with line and reason",
            "1:broken off",
            "2:wrong usage, or not such a file",
            "3:RentWave does not answer"
        })
final class ImportVehicles implements Callable<Integer> {

    @Mixin
    ImportOptions options;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException, IOException {
        return options.run(spec, "vehicles", MappingTable.lines(), (settings, progress) -> VehicleImport.of(
                        settings, VehicleFile.read(options.file, options.currency), progress)
                .run());
    }
}
