package org.decroche.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test class a {@link TestDatabase} (or its {@link Database}) by parameter, of the
 * constructor or of a method. The server is started once for the test run, every class has a
 * database of its own, and JUnit closes both when their time is over.
 */
public final class PostgresExtension implements ParameterResolver {
  private static final Namespace OURS = Namespace.create(PostgresExtension.class);
  private static final AtomicInteger DATABASES = new AtomicInteger();

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == TestDatabase.class || type == Database.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    PostgresServer server =
        context
            .getRoot()
            .getStore(OURS)
            .getOrComputeIfAbsent(
                PostgresServer.class, anew -> PostgresServer.start(), PostgresServer.class);
    TestDatabase database =
        ofTheClass(context)
            .getStore(OURS)
            .getOrComputeIfAbsent(
                TestDatabase.class,
                anew -> new TestDatabase(server, "decroche_test_" + DATABASES.incrementAndGet()),
                TestDatabase.class);
    return parameter.getParameter().getType() == Database.class ? database.database() : database;
  }

  private static ExtensionContext ofTheClass(ExtensionContext context) {
    ExtensionContext found = context;
    while (found.getTestMethod().isPresent()) {
      found = found.getParent().orElseThrow();
    }
    return found;
  }
}
