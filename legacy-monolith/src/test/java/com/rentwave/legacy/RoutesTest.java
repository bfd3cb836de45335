package com.rentwave.legacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.rentwave.legacy.web.Problem;
import com.rentwave.openapi.ApiDescription;
import com.rentwave.openapi.Route;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description of the API and the addresses of the monolith are the same. */
class RoutesTest {

    private final ApiDescription description = ApiDescription.ofThisBuild();

    @Test
    void describesEveryAddressThatAnswers() {
        assertThat(routes()).isNotEmpty().allSatisfy(route -> assertThat(description.routes())
                .contains(route));
    }

    /** A feature that is retired can be deleted: then all of its addresses are gone here, and a service's. */
    @Test
    void answersEveryAddressThatIsDescribedOfEachFeatureThatIsThere() {
        Set<Route> routes = routes();
        List<String> deleted = Stream.of("/api/vehicles", "/api/rentals")
                .filter(api -> routes.stream().noneMatch(route -> route.path().startsWith(api)))
                .toList();

        assertThat(routes)
                .containsAll(description.routes().stream()
                        .filter(route -> deleted.stream().noneMatch(route.path()::startsWith))
                        .toList());
    }

    /** A new installation must not begin with an owner that has no component. */
    @Test
    void isRetiredFromVehiclesExactlyWhereTheirComponentIsDeleted() {
        boolean deleted = routes().stream().noneMatch(route -> route.path().startsWith("/api/vehicles"));

        assertThat(TestDatabase.isRetiredFromBirth()).isEqualTo(deleted);
    }

    @Test
    void describesEveryProblem() {
        Set<String> problems =
                Arrays.stream(Problem.values()).map(Problem::word).collect(Collectors.toSet());

        assertThat(description.problems()).containsAll(problems);
    }

    private static Set<Route> routes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("com.rentwave.legacy").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(RoutesTest::routes)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> verb(method)
                .map(verb -> new Route(
                        verb,
                        "/api" + part(resource.getAnnotation(Path.class)) + part(method.getAnnotation(Path.class)))));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    /** A variable's pattern says how an address is read, not which one it is. */
    private static String part(Path path) {
        String value = path == null ? "" : path.value().replaceAll("^/|/$", "");
        return value.isEmpty() ? "" : '/' + value.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }
}
