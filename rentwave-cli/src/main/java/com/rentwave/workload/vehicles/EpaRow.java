package com.rentwave.workload.vehicles;

/** One row of the file, as text; empty fields are empty texts. The component order is the order of the columns. */
record EpaRow(
        String epaId,
        String make,
        String model,
        String year,
        String sizeClass,
        String transmission,
        String drive,
        String cylinders,
        String displacementLitres,
        String fuel,
        String highwayMpg,
        String cityMpg) {}
