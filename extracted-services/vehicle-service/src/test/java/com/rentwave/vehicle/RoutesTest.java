package com.rentwave.vehicle;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.openapi.ApiDescription;
import com.rentwave.openapi.Route;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the description of the API says about vehicles, and what this service answers, are the same. */
class RoutesTest {

    private static final String VEHICLES = "/api/vehicles";

    @Test
    void answersEveryAddressOfVehiclesThatIsDescribedAndNoOther() {
        Set<Route> described = ApiDescription.ofThisBuild().routes().stream()
                .filter(route -> route.path().startsWith(VEHICLES))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isNotEmpty();
        assertThat(routes()).isEqualTo(described);
    }

    /** OPTIONS is mapped only to be refused. */
    private static Set<Route> routes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.rentwave.vehicle").stream()
                        .map(JavaClass::reflect)
                        .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(RoutesTest::routes)
                        .filter(route -> route.path().startsWith("/api/")
                                && !route.method().equals("OPTIONS"))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Route> routes(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.of()
                : Arrays.stream(mapping.path())
                        .flatMap(path -> Arrays.stream(mapping.method()).map(verb -> new Route(verb.name(), path)));
    }
}
