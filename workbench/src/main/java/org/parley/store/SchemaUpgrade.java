package org.parley.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Looks at the schema of a journal before it is migrated.
final class SchemaUpgrade {

  private static final int ANSWER_SECONDS = 10;

  /// A server says every second that it is there.
  private static final int SILENT_SECONDS = 10;

  private SchemaUpgrade() {}

  /// Looks at what an upgrade would do.
  static UpgradePlan look(DatabaseAddress address)
      throws JournalUnavailableException, IOException, SQLException {
    Path file = address.file();
    return file == null ? onServer(address) : inFile(address, file);
  }

  private static UpgradePlan inFile(DatabaseAddress address, Path file)
      throws JournalUnavailableException, IOException {
    Path onDisk = DatabaseAddress.h2File(file.toAbsolutePath());
    DatabaseAddress opening = FileCipher.opening(address, FileMigration.real(file));
    String url = Database.urlToRead(file, opening);
    try (Handle handle = Database.handle(url, opening)) {
      return of(
          address,
          Schema.at(url, opening.secrets()),
          handle,
          Files.size(onDisk),
          Files.getFileStore(onDisk).getUsableSpace(),
          List.of());
    }
  }

  private static UpgradePlan onServer(DatabaseAddress address)
      throws JournalUnavailableException, SQLException {
    try (Connection session = Database.session(address, ANSWER_SECONDS);
        Handle handle = Database.reading(Jdbi.create(session)).open()) {
      long bytes =
          handle
              .createQuery(
                  "select coalesce(sum(pg_total_relation_size(oid)), 0) from pg_class"
                      + " where relkind = 'r' and relnamespace = current_schema()::regnamespace")
              .mapTo(Long.class)
              .one();
      return of(address, Schema.at(address), handle, bytes, -1, servers(handle));
    }
  }

  private static UpgradePlan of(
      DatabaseAddress address,
      Flyway flyway,
      Handle handle,
      long bytes,
      long free,
      List<String> servers)
      throws JournalUnavailableException {
    MigrationInfoService info = flyway.info();
    MigrationInfo current = info.current();
    if (current == null || Schema.standing(info, handle) == Schema.Standing.NONE) {
      throw JournalUnavailableException.noneAt(address);
    }
    List<UpgradePlan.MigrationStep> steps =
        Arrays.stream(info.pending())
            .map(
                each ->
                    new UpgradePlan.MigrationStep(
                        "" + each.getVersion(),
                        Schema.plainly(each.getDescription()),
                        Schema.isCompatible(each.getDescription())))
            .toList();
    String from = String.valueOf(current.getVersion());
    return new UpgradePlan(
        from,
        program(current),
        steps.isEmpty() ? from : steps.getLast().version(),
        steps,
        bytes,
        free,
        servers);
  }

  private static @Nullable String program(MigrationInfo made) {
    String by = Objects.requireNonNullElse(made.getInstalledBy(), "");
    return by.startsWith(Schema.PROGRAM) ? by.substring(Schema.PROGRAM.length()) : null;
  }

  /// The servers that said lately that they are there. Those of many cases say it in the register.
  private static List<String> servers(Handle handle) {
    return Stream.of("node", Database.REGISTER_SCHEMA + ".node")
        .flatMap(each -> servers(handle, each).stream())
        .distinct()
        .toList();
  }

  /// Those in a list. The first schemas had none.
  private static List<String> servers(Handle handle, String list) {
    boolean isListed =
        handle
            .createQuery("select to_regclass(:list) is not null")
            .bind("list", list)
            .mapTo(Boolean.class)
            .one();
    return isListed
        ? handle
            .createQuery(
                "select coalesce(nullif(address, ''), id) from "
                    + list
                    + " where seen > now() - interval '"
                    + SILENT_SECONDS
                    + " seconds' order by since, id")
            .mapTo(String.class)
            .list()
        : List.of();
  }

  /// Refuses to change tables under a server that runs: it may be of a version that does not know
  /// them. Compatible migrations are made under it.
  ///
  /// @throws JournalUnavailableException if there is one
  static void mustBeAlone(Flyway flyway, Handle handle) throws JournalUnavailableException {
    MigrationInfoService info = flyway.info();
    MigrationInfo current = info.current();
    boolean isCompatible =
        Arrays.stream(info.pending()).allMatch(each -> Schema.isCompatible(each.getDescription()));
    List<String> servers = current == null || isCompatible ? List.of() : servers(handle);
    if (current != null && !servers.isEmpty()) {
      throw new JournalUnavailableException(
          "the journal has the earlier schema "
              + current.getVersion()
              + ", and is served by "
              + String.join(", ", servers)
              + ". Maybe stop that first, and start it again as this version; nothing was changed",
          null);
    }
  }
}
