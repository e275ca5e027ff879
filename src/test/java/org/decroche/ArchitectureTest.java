package org.decroche;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The borders between packages. A border that is in the way is a decision to write down first. */
@AnalyzeClasses(packages = "org.decroche", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String US = "org.decroche..";

  @ArchTest
  static final ArchRule ROUTING_KNOWS_ONLY_ITSELF =
      classes()
          .that()
          .resideInAPackage("org.decroche.routing..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("org.decroche.routing..", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule CASEWORK_IS_RULES_WITHOUT_IO =
      classes()
          .that()
          .resideInAPackage("org.decroche.casework..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "org.decroche.casework..",
              "org.decroche.routing..",
              "java.lang..",
              "java.time..",
              "java.util..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule THE_CORE_DOES_NO_IO_AND_STARTS_NO_THREAD =
      noClasses()
          .that()
          .resideInAPackage("org.decroche.routing..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.io..", "java.net..", "java.nio..", "java.sql..", "java.util.concurrent..")
          .orShould()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime");

  /** So whatever holds of the gate holds of every socket. */
  @ArchTest
  static final ArchRule EVERY_SOCKET_OPENS_THROUGH_THE_GATE =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("org.decroche.web.signin.SocketGate")
          .should()
          .callMethod(io.vertx.core.http.HttpServerRequest.class, "toWebSocket")
          .orShould()
          .callMethodWhere(
              com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                  com.tngtech.archunit.core.domain.properties.HasName.Predicates.name(
                      "webSocketHandler")));

  @ArchTest
  static final ArchRule ONLY_ASTERISK_KNOWS_ASTERISK_JAVA =
      onlyIn("org.asteriskjava..", "org.decroche.asterisk..");

  @ArchTest
  static final ArchRule ONLY_NUMBERS_KNOWS_LIBPHONENUMBER =
      onlyIn("com.google.i18n..", "org.decroche.numbers..");

  @ArchTest
  static final ArchRule ONLY_THE_RECORDING_MAPS_JSON =
      onlyIn("com.fasterxml.jackson.databind..", "org.decroche.recording..");

  static final ArchRule ONLY_MOVING_KNOWS_FASTCSV = onlyIn("de.siegmar..", "org.decroche.moving..");

  @ArchTest
  static final ArchRule ONLY_STORE_KNOWS_SQL =
      noClasses()
          .that()
          .resideInAPackage(US)
          .and()
          .resideOutsideOfPackage("org.decroche.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "java.sql..",
              "javax.sql..",
              "org.jdbi..",
              "com.zaxxer..",
              "org.postgresql..",
              "org.flywaydb..");

  /** The demo is a program apart; the library's JSON is only a way to write values down. */
  @ArchTest
  static final ArchRule VERTX_STAYS_IN_THE_SHELL =
      noClasses()
          .that()
          .resideInAPackage(US)
          .and()
          .resideOutsideOfPackages(
              "org.decroche.engine..",
              "org.decroche.web..",
              "org.decroche.measure..",
              "org.decroche.demo..")
          .and()
          .doNotHaveFullyQualifiedName("org.decroche.App")
          .should()
          .dependOnClassesThat(resideInAPackage("io.vertx..").and(not(vertxJson())));

  @ArchTest
  static final ArchRule THE_ENGINE_KNOWS_THE_WORLD_BY_ITS_OWN_INTERFACES =
      noClasses()
          .that()
          .resideInAPackage("org.decroche.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.decroche.web..", "org.decroche.store..", "org.decroche.asterisk..");

  @ArchTest
  static final ArchRule ONLY_MAIN_KNOWS_THE_DEMO =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.decroche.demo..")
          .and()
          .doNotHaveFullyQualifiedName("org.decroche.Main")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.decroche.demo..");

  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("org.decroche.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
      noClasses()
          .that()
          .resideInAPackage(US)
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  private static ArchRule onlyIn(String library, String home) {
    return noClasses()
        .that()
        .resideInAPackage(US)
        .and()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library);
  }

  private static DescribedPredicate<JavaClass> vertxJson() {
    return resideInAPackage("io.vertx.core.json..");
  }
}
