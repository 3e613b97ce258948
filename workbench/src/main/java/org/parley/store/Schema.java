package org.parley.store;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseFormat;

/// The tables of a journal. Earlier versions are migrated; later ones are left alone.
final class Schema {

  /// The beginning of the note of who made a schema.
  static final String PROGRAM = "parley ";

  /// The beginning of the name of a migration under which programs of the version before may run.
  private static final String COMPATIBLE = "compatible ";

  /// The version of this program's tables, once Flyway was asked.
  private static final AtomicReference<@Nullable String> LATEST = new AtomicReference<>();

  private Schema() {}

  /// The schema at an address, not touched yet.
  static Flyway at(DatabaseAddress address) {
    Map<String, String> properties = new TreeMap<>(address.secrets());
    if (address.file() == null) {
      properties.putAll(Database.PATIENCE);
    }
    return at(Database.urlOf(address), properties, address.schema());
  }

  /// The schema at a driver address.
  static Flyway at(String url, Map<String, String> properties) {
    return at(url, properties, null);
  }

  private static Flyway at(String url, Map<String, String> properties, @Nullable String schema) {
    return configured(url, properties, schema)
        .locations("classpath:org/parley/store/migrations")
        .load();
  }

  /// The tables that list the cases of a server, beside those of its accounts. Their versions are
  /// counted apart.
  static Flyway ofRegister(DatabaseAddress address) {
    Map<String, String> properties = new TreeMap<>(address.secrets());
    if (address.file() == null) {
      properties.putAll(Database.PATIENCE);
    }
    return configured(Database.urlOf(address), properties, address.schema())
        .locations("classpath:org/parley/store/cases")
        .table("register_schema_history")
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .load();
  }

  private static FluentConfiguration configured(
      String url, Map<String, String> properties, @Nullable String schema) {
    FluentConfiguration all =
        source(Flyway.configure(), url, properties).installedBy(PROGRAM + version());
    return schema == null ? all : all.defaultSchema(schema);
  }

  private static FluentConfiguration source(
      FluentConfiguration begun, String url, Map<String, String> properties) {
    if (!url.startsWith("jdbc:h2:") || properties.isEmpty()) {
      return begun.dataSource(url, null, null).jdbcProperties(properties);
    }
    // Flyway strips properties, and the password of an encrypted file ends with a space.
    JdbcDataSource encrypted = new JdbcDataSource();
    encrypted.setURL(url);
    encrypted.setPassword(properties.get("password"));
    return begun.dataSource(encrypted);
  }

  /// How the tables of a journal stand to those of this version.
  enum Standing {
    /// There are none.
    NONE,
    /// An earlier version made them.
    EARLIER,
    /// They are those of this version.
    PRESENT
  }

  /// How the tables stand. Flyway opens a connection and looks for all migrations. Once it has told
  /// the process which is the latest, two queries show tables of this version.
  ///
  /// @throws JournalUnavailableException if a later version of Parley made them, or wrote the case
  ///   in them
  static Standing standing(DatabaseAddress address, Handle handle)
      throws JournalUnavailableException {
    if (isPresent(handle)) {
      check(handle);
      return Standing.PRESENT;
    }
    MigrationInfoService info = at(address).info();
    if (address.node() != null && isCompatiblyLater(info.all())) {
      // a case of a server that runs, and was migrated under it
      check(handle);
      return Standing.PRESENT;
    }
    return standing(info, handle);
  }

  /// The same of what Flyway tells.
  static Standing standing(MigrationInfoService info, Handle handle)
      throws JournalUnavailableException {
    MigrationInfo[] all = info.all();
    refuseLater(all);
    LATEST.set(latest(all));
    if (info.current() == null) {
      return Standing.NONE;
    }
    check(handle);
    return info.pending().length > 0 ? Standing.EARLIER : Standing.PRESENT;
  }

  /// Refuses tables that a later program has migrated.
  static void refuseLater(MigrationInfo[] all) throws JournalUnavailableException {
    List<MigrationInfo> later = later(all);
    if (!later.isEmpty()) {
      throw tooNew(later.getLast(), all);
    }
  }

  private static boolean isCompatiblyLater(MigrationInfo[] all) {
    List<MigrationInfo> later = later(all);
    return !later.isEmpty()
        && later.stream()
            .allMatch(
                each ->
                    each.getState() == MigrationState.FUTURE_SUCCESS
                        && isCompatible(each.getDescription()));
  }

  private static List<MigrationInfo> later(MigrationInfo[] all) {
    return Arrays.stream(all)
        .filter(
            each ->
                each.getState() == MigrationState.FUTURE_SUCCESS
                    || each.getState() == MigrationState.FUTURE_FAILED)
        .toList();
  }

  /// Whether programs of the version before may run while and after a migration is made.
  static boolean isCompatible(String description) {
    return description.startsWith(COMPATIBLE);
  }

  /// The name of a migration, without that mark.
  static String plainly(String description) {
    return isCompatible(description) ? description.substring(COMPATIBLE.length()) : description;
  }

  /// How the tables stand to a program that has them open.
  static TableAge age(DatabaseAddress address, Handle handle) {
    MigrationVersion known = MigrationVersion.fromVersion(known(address));
    List<String> later =
        handle
            .createQuery(
                "select version, description from flyway_schema_history where version is not null")
            .map(
                (row, _) ->
                    MigrationVersion.fromVersion(row.getString("version")).compareTo(known) > 0
                        ? row.getString("description")
                        : "")
            .list();
    later.removeIf(String::isEmpty);
    if (later.isEmpty()) {
      return TableAge.PRESENT;
    }
    return later.stream().allMatch(Schema::isCompatible)
        ? TableAge.LATER_COMPATIBLE
        : TableAge.LATER;
  }

  /// The version of this program's tables.
  static String known(DatabaseAddress address) {
    String known = LATEST.get();
    if (known == null) {
      known = latest(at(address).info().all());
      LATEST.set(known);
    }
    return known;
  }

  /// The version of the tables as they are; empty once a later program has changed them.
  static Optional<String> current(DatabaseAddress address, Handle handle) {
    String known = known(address);
    return isPresent(handle) ? Optional.of(known) : Optional.empty();
  }

  private static boolean isPresent(Handle handle) {
    String latest = LATEST.get();
    return latest != null
        && handle
                .createQuery(
                    "select count(*) from information_schema.tables where table_schema ="
                        + " current_schema() and table_name = 'flyway_schema_history'")
                .mapTo(Integer.class)
                .one()
            == 1
        && handle
            .createQuery(
                "select version from flyway_schema_history where success order by installed_rank"
                    + " desc fetch first 1 row only")
            .mapTo(String.class)
            .findOne()
            .filter(latest::equals)
            .isPresent();
  }

  private static String latest(MigrationInfo[] all) {
    return Arrays.stream(all)
        .filter(each -> each.getState().isResolved() && each.getVersion() != null)
        .map(each -> each.getVersion().toString())
        .reduce((_, last) -> last)
        .orElse("none");
  }

  private static JournalUnavailableException tooNew(MigrationInfo later, MigrationInfo[] all) {
    String by = String.valueOf(later.getInstalledBy());
    String needed =
        by.startsWith(PROGRAM)
            ? "Parley " + by.substring(PROGRAM.length())
            : "a Parley that knows schema " + later.getVersion();
    return new JournalUnavailableException(
        "the journal has schema "
            + later.getVersion()
            + ", and Parley "
            + version()
            + " knows schemas up to "
            + latest(all)
            + ". Maybe use "
            + needed
            + " or later; nothing was changed",
        null);
  }

  /// Whether this version can read the case that the journal holds.
  private static void check(Handle handle) throws JournalUnavailableException {
    int format =
        handle
            .createQuery(
                "select text_after from entry where record_id = :case and kind = :case"
                    + " order by number desc fetch first 1 row only")
            .bind("case", Contents.HEADER)
            .mapTo(String.class)
            .findOne()
            .map(CaseFormat::inHeader)
            .orElse(CaseFormat.CURRENT);
    if (format > CaseFormat.CURRENT) {
      throw new JournalUnavailableException(
          "the case in the journal has format "
              + format
              + ", and Parley "
              + version()
              + " reads formats up to "
              + CaseFormat.CURRENT
              + ". Maybe use a Parley that reads format "
              + format
              + "; nothing was changed",
          null);
    }
  }

  /// The version of this program.
  static String version() {
    String version = Schema.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0-SNAPSHOT" : version;
  }
}
