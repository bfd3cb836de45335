package com.rentwave.service.testing;

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
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the description of the API says about one of them, and what its service answers. */
public final class ServiceRoutes {

    private ServiceRoutes() {}

    /** The routes that are described below a path. */
    public static Set<Route> described(String path) {
        return ApiDescription.ofThisBuild().routes().stream()
                .filter(route -> route.path().startsWith(path))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The public routes of the controllers of a package. OPTIONS is left out: it is mapped only to be refused. */
    public static Set<Route> answered(String packageName) {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(packageName).stream()
                        .map(JavaClass::reflect)
                        .filter(type -> AnnotatedElementUtils.hasAnnotation(type, Controller.class))
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .flatMap(ServiceRoutes::routes)
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
