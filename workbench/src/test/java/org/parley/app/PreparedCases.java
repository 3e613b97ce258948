package org.parley.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.parley.store.DatabaseAddress;
import org.parley.store.PostgresServer;

/// The databases of a plan, filled once in a JVM and copied for each test: migrations would take
/// most of the time of a small one.
///
/// @param pattern the address of a database; the folder of files
/// @param tokens the token of each case
@NullMarked
record PreparedCases(String pattern, Map<String, String> tokens) {

  private static final Map<List<Object>, PreparedCases> IN_FILES = new HashMap<>();
  private static final Map<List<Object>, PreparedCases> ON_POSTGRES = new HashMap<>();

  PreparedCases {
    tokens = Map.copyOf(tokens);
  }

  static synchronized PreparedCases inFiles(CasesWorld.Plan plan) throws Exception {
    PreparedCases known = IN_FILES.get(plan.contents());
    if (known != null) {
      return known;
    }
    Path folder = Files.createTempDirectory("parley-cases");
    Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
    PreparedCases made = new PreparedCases(folder.toString(), plan.fill(at(folder)));
    IN_FILES.put(plan.contents(), made);
    return made;
  }

  static synchronized PreparedCases onPostgres(CasesWorld.Plan plan) throws Exception {
    PreparedCases known = ON_POSTGRES.get(plan.contents());
    if (known != null) {
      return known;
    }
    String database = PostgresServer.shared().database();
    PreparedCases made = new PreparedCases(database, plan.fill(DatabaseAddress.of(database)));
    ON_POSTGRES.put(plan.contents(), made);
    return made;
  }

  private static DatabaseAddress at(Path folder) {
    return DatabaseAddress.ofFile(folder.resolve("srv"));
  }

  /// Copies them into a folder.
  DatabaseAddress copyTo(Path folder) throws IOException {
    Path from = Path.of(pattern);
    Files.createDirectories(folder);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : (Iterable<Path>) all.skip(1)::iterator) {
        Files.copy(each, folder.resolve(from.relativize(each)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return at(folder);
  }

  /// Copies them into a database of its own.
  DatabaseAddress copyOnPostgres() throws Exception {
    return DatabaseAddress.of(PostgresServer.shared().databaseLike(pattern));
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      // it is in the folder for temporary files
    }
  }
}
